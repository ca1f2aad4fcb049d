package org.mikromerit.platform.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.process.Tools;

/** Keycloak, fetched by Maven, unpacked and built for PostgreSQL once per version. */
public record KeycloakDistribution(Path folder) {
  // Part of the cached folder's name: other options make another build.
  private static final String BUILD = "postgres-1";

  /** Whether {@link #built} has nothing more to do. */
  public static boolean isCached() {
    return Files.isDirectory(place());
  }

  /** The distribution, made when it is not in the cache: a download and about 35 s of work. */
  public static KeycloakDistribution built(String maven) {
    if (!isCached()) {
      make(maven);
    }
    return new KeycloakDistribution(place());
  }

  private static Path place() {
    return Folders.cache().resolve("keycloak-" + Versions.ofThisBuild().keycloak() + "-" + BUILD);
  }

  private static void make(String maven) {
    try {
      Files.createDirectories(Folders.cache());
      Path draft = Files.createTempDirectory(Folders.cache(), "keycloak-making-");
      Path unpacked = unpack(fetch(maven, draft), draft);
      Tools.run(
          List.of(
              "sh",
              unpacked.resolve("bin/kc.sh").toString(),
              "build",
              "--db=postgres",
              "--health-enabled=true"),
          Map.of("JAVA_HOME", System.getProperty("java.home")));
      publish(unpacked, place());
      Folders.delete(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fetch(String maven, Path folder) throws IOException {
    String version = Versions.ofThisBuild().keycloak();
    Tools.run(
        List.of(
            maven,
            "-B",
            "-q",
            "-N",
            "-f",
            Folders.checkout().resolve("pom.xml").toString(),
            "dependency:copy",
            "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":zip",
            "-DoutputDirectory=" + folder),
        Map.of("JAVA_HOME", System.getProperty("java.home")));
    Path zip = folder.resolve("keycloak-quarkus-dist-" + version + ".zip");
    if (!Files.exists(zip)) {
      throw new PlatformException("Maven ended well but left no " + zip + ".");
    }
    return zip;
  }

  private static Path unpack(Path zip, Path folder) throws IOException {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("Outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    return folder.resolve("keycloak-" + Versions.ofThisBuild().keycloak());
  }

  /** Another process may have been quicker; then its copy is as good. */
  private static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
