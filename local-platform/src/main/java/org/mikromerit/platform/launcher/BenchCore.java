package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.platform.PlatformException;

/**
 * What an issue and a verdict cost in processor time. What it says is a page for {@code
 * docs/benchmarks}; what is measured is in {@code credential-core}'s tests, where the samples and
 * the libraries of others are, and in the issuer's, which has what is stored.
 */
record BenchCore(Settings settings, Console console) {

  private static final String NONE = "none";

  /**
   * Measures, which takes some minutes of processor time.
   *
   * @param arguments {@code --rounds N}; {@code --profile} says besides where the time goes
   */
  int run(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    boolean profile = rest.remove("--profile");
    int rounds = Rounds.takenFrom(rest);
    if (!rest.isEmpty()) {
      throw new PlatformException("bench core takes --rounds N and --profile, nothing else.");
    }
    console.say("# What signing and verifying cost\n");
    console.say(
        "`./mikromerit bench core --rounds %d%s`. %s"
            .formatted(rounds, profile ? " --profile" : "", Machine.here()));
    Path folder = settings.home().folder("bench");
    Path core = folder.resolve("core.jfr");
    Path issuer = folder.resolve("issuer.jfr");
    measureCore(rounds, profile ? core.toString() : NONE);
    measureIssuer(rounds, profile ? issuer.toString() : NONE);
    if (profile) {
      console.say("\nWhere it goes: the costliest of our classes, each with what it calls.\n");
      console.say(Profile.of(core).table("issue ", "verify "));
      console.say(Profile.of(issuer).table("main", "outbox-relay"));
    }
    return 0;
  }

  private void measureCore(int rounds, String recording) {
    int code =
        Build.maven(
            settings,
            List.of(
                "-q",
                "-Dstyle.color=never",
                "test-compile",
                "exec:exec@bench",
                "-pl",
                "credential-core",
                "-Dbench.rounds=" + rounds,
                "-Dbench.recording=" + recording));
    if (code != 0) {
      throw new PlatformException("Nothing was measured: Maven says above why.");
    }
  }

  /** Its log is a service's, and long; what it found it writes down. */
  private void measureIssuer(int rounds, String recording) {
    Path table = settings.home().folder("bench").resolve("issuer.md");
    Build.logged(
        settings,
        "bench",
        List.of(
            "test",
            "-pl",
            "issuer-service",
            "-am",
            "-Dtest=IssueBench",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dbench.rounds=" + rounds,
            "-Dbench.table=" + table,
            "-Dbench.recording=" + recording));
    try {
      console.say("\n" + Files.readString(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
