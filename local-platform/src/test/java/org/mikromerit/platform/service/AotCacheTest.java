package org.mikromerit.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Tools;

class AotCacheTest {
  private static final String FROM_CACHE = "source: shared objects file";
  private static final List<String> JVM = List.of(Tools.java(), "-XX:+UseSerialGC");

  @TempDir Path folder;
  @TempDir Path state;

  /** What is installed in these tests. */
  static final class Greeting {
    private Greeting() {}

    /** Says that it ran. */
    public static void main(String[] arguments) {
      System.out.println("good morning");
    }
  }

  @BeforeEach
  void anInstalledApplication() throws IOException {
    String name = Greeting.class.getName();
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, name);
    String file = name.replace('.', '/') + ".class";
    try (var jar =
            new JarOutputStream(
                Files.newOutputStream(folder.resolve("quarkus-run.jar")), manifest);
        InputStream code = Greeting.class.getClassLoader().getResourceAsStream(file)) {
      jar.putNextEntry(new JarEntry(file));
      jar.write(code.readAllBytes());
    }
  }

  @Test
  void whatTheFirstRunLoadedTheNextTakesFromTheCache() {
    String first = run();
    cache().make(JVM);
    String next = run();

    assertThat(loading(first)).doesNotContain(FROM_CACHE);
    assertThat(loading(next)).contains(FROM_CACHE);
  }

  @Test
  void aCacheThatDoesNotFitIsSaidAndTheApplicationRunsWithout() throws IOException {
    run();
    cache().make(JVM);
    Path file = Path.of(cache().options().getFirst().replaceFirst("[^=]*=", ""));
    Files.writeString(file, "rubbish");

    String said = run();

    assertThat(said).contains("good morning").containsPattern("\\[error *]\\[aot] ");
  }

  /** The JVM itself takes old classes from the cache beside a jar that has changed since. */
  @Test
  void anotherBuildHasACacheOfItsOwn() throws IOException {
    var application = new Application(folder);
    Path installed = application.installed(new Home(state), "greeting");
    run(installed);
    new AotCache(installed).make(JVM);

    Files.writeString(folder.resolve("quarkus-run.jar"), "another build");
    Path other = application.installed(new Home(state), "greeting");

    assertThat(new AotCache(installed).isThere()).isTrue();
    assertThat(new AotCache(other).isThere()).isFalse();
  }

  @Test
  void aRunThatWasCutShortLeavesNoCache() {
    cache().make(JVM);

    assertThat(cache().isThere()).isFalse();
  }

  @Test
  void aBrokenRecordIsSaidAndLeavesNoCache() throws IOException {
    run();
    String record = cache().options().get(1).replaceFirst("[^=]*=", "");
    Files.writeString(Path.of(record), "rubbish");

    assertThatThrownBy(() -> cache().make(JVM)).isInstanceOf(PlatformException.class);

    assertThat(cache().isThere()).isFalse();
  }

  private AotCache cache() {
    return new AotCache(folder);
  }

  private String run() {
    return run(folder);
  }

  private static String run(Path installed) {
    List<String> command = new ArrayList<>(JVM);
    command.addAll(new AotCache(installed).options());
    command.add("-Xlog:class+load");
    command.add("-jar");
    command.add(installed.resolve("quarkus-run.jar").toString());
    return Tools.run(command, Map.of());
  }

  /** Where the application's own class came from. */
  private static String loading(String said) {
    return said.lines()
        .filter(line -> line.contains(Greeting.class.getName() + " "))
        .findFirst()
        .orElse("");
  }
}
