package org.mikromerit.platform.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.process.Tools;

/** What the script {@code ./mikromerit} hands over to. */
public final class Launcher {
  private static final String HELP =
      """
      Mikromerit on this machine.

        ./mikromerit up [NAME…]     builds what changed, starts what does not run, says where to look
                       --replicas 2   every service twice, the second on ports 8091 to 8094
        ./mikromerit demo           tells one credential's life on the running platform, and
                                    kills and restarts the issuer on the way
        ./mikromerit status         what runs, on which port, and whether it is ready
        ./mikromerit logs NAME      the end of a log; --follow for what is added
        ./mikromerit fsck           examines chains, documents, status and copies of all running services;
                                    exit code 1 with the place of everything that is not as it was written
        ./mikromerit rebuild NAME   throws a projection away, has it made again and says whether it is
                                    the same (without a name: which there are)
        ./mikromerit down           stops everything; the data stay
        ./mikromerit reset          stops everything and deletes the data, after asking (--yes: at once)
        ./mikromerit certificate    makes a certificate for localhost; with MIKROMERIT_HTTPS=on the
                                    services are served over https too, on their ports and 400
        ./mikromerit bench [GOAL…]  what the platform does at its goals (P3, P6 …), on one of its own
                                    (--quick: in less time; --rows N: of the large batch)
        ./mikromerit bench startup  how long the services take to start, with and without AOT cache
        ./mikromerit bench core     what signing and verifying cost in processor time, beside npm libraries
                                    and a bare signature (--rounds N: 5 or more; --profile: and where
                                    it goes; nothing need run)
        ./mikromerit storm          many tenants at work on a platform of their own while services, broker
                                    and database are killed; what was answered must stand (--seed N,
                                    --issues N, --faults N; --night for a long one)
        ./mikromerit test [ARG…]    every test on real servers of its own; ARG… go to Maven
        ./mikromerit fuzz [MINUTES] goes round all fuzz targets; exit code 1 if one found something
        ./mikromerit check          formatting, compiler, dependencies, architecture
        ./mikromerit format         formats the sources
        ./mikromerit help           this

      NAME is one of postgres, keycloak, kafka, issuer, registry, verification, stacking.
      State lies in .mikromerit of the checkout (MIKROMERIT_HOME: elsewhere). Unpacked servers lie in
      ~/.cache/mikromerit (MIKROMERIT_CACHE: elsewhere). MIKROMERIT_AOT=off starts services without cache.
      Ports, each to be changed by MIKROMERIT_PORT_NAME: issuer 8081, registry 8082, verification 8083,
      stacking 8084, keycloak 8180, kafka 19092, postgres 15432.""";

  private final Settings settings;
  private final Console console;

  private Launcher(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /** Ends the JVM with 0 if all went well. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.exit(run(List.of(arguments), console));
  }

  private static int run(List<String> arguments, Console console) {
    try {
      Settings settings = Settings.of(Folders.checkout(), System.getenv());
      return new Launcher(settings, console).run(arguments);
    } catch (PlatformException e) {
      console.say("");
      console.say(String.valueOf(e.getMessage()));
      return 1;
    } catch (UncheckedIOException e) {
      console.say("");
      console.say("A file could not be read or written: " + e.getMessage());
      return 1;
    }
  }

  private int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "help" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    switch (command) {
      case "up" -> new Up(settings, console).run(rest);
      case "down" -> new Down(settings, console).run();
      case "reset" -> {
        return new Reset(settings, console, Console.in()).run(rest) ? 0 : 1;
      }
      case "bench" -> {
        return bench(rest);
      }
      case "certificate" -> certificate();
      case "status" -> {
        return new Status(settings, console).run() ? 0 : 1;
      }
      case "demo" -> {
        return new Demo(settings).run(rest);
      }
      case "fsck" -> {
        return fsck(rest);
      }
      case "rebuild" -> {
        Stack stack = new Stack(settings);
        return new Rebuild(services(stack), operator(stack), console, InstantSource.system())
            .run(rest);
      }
      case "storm" -> {
        return new Storm(settings, console).run(rest);
      }
      case "test" -> {
        return new TestRun(settings, console).run(rest);
      }
      case "fuzz" -> {
        return new Fuzz(settings, console, InstantSource.system()).run(rest);
      }
      case "check" -> {
        return maven(
            rest, "verify", "-Dtest=*Architecture*", "-Dsurefire.failIfNoSpecifiedTests=false");
      }
      case "format" -> {
        return maven(rest, "-q", "spotless:apply");
      }
      case "logs" -> {
        return logs(rest);
      }
      case "help", "--help", "-h" -> console.say(HELP);
      default -> {
        console.say("There is no command " + command + ".\n\n" + HELP);
        return 2;
      }
    }
    return 0;
  }

  private int fsck(List<String> arguments) {
    Stack stack = new Stack(settings);
    return new Fsck(
            services(stack),
            operator(stack),
            settings.home().folder("fsck").resolve("ends.properties"),
            console,
            InstantSource.system())
        .run(arguments);
  }

  private static Map<String, String> services(Stack stack) {
    Map<String, String> all = new LinkedHashMap<>();
    Stack.SERVICES.forEach(
        port -> all.put(Stack.name(port), stack.service(Stack.name(port)).url()));
    return all;
  }

  private static Operator operator(Stack stack) {
    return new Operator(stack.keycloak().realmUrl(), InstantSource.system());
  }

  private void certificate() {
    var certificate = new Certificate(settings.home());
    certificate.make();
    console.say("For the services:  " + certificate.keyStore());
    console.say("To be trusted:     " + certificate.authority());
    console.say(
        "The public address is part of every DID: begin with ./mikromerit reset, then"
            + " MIKROMERIT_HTTPS=on ./mikromerit up");
  }

  private int maven(List<String> more, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(more);
    return Build.maven(settings, all);
  }

  private int bench(List<String> arguments) {
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "startup" -> new BenchStartup(settings, console).run(rest);
      case "core" -> {
        return new BenchCore(settings, console).run(rest);
      }
      default -> {
        return new BenchPlatform(settings, console).run(arguments);
      }
    }
    return 0;
  }

  private int logs(List<String> arguments) {
    List<String> names = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    List<String> known =
        new Stack(settings).parts(Stack.MOST_REPLICAS).stream().map(Part::name).toList();
    if (names.size() != 1 || !known.containsAll(names)) {
      throw new PlatformException("Whose log? One of " + String.join(", ", known) + ".");
    }
    Path log = settings.home().log(names.getFirst());
    if (!Files.exists(log)) {
      throw new PlatformException(names.getFirst() + " has not written a log: " + log + ".");
    }
    List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
    if (arguments.contains("--follow") || arguments.contains("-f")) {
      // By name: a log that grew large is put aside and begun anew.
      command.add("-F");
    }
    command.add(log.toString());
    return Tools.attached(command, settings.checkout(), Map.of());
  }
}
