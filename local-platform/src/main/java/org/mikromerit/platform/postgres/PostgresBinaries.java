package org.mikromerit.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;

/** PostgreSQL's programs, unpacked once per version and folder from the Maven artifact. */
record PostgresBinaries(Path folder) {

  static PostgresBinaries unpackedBelow(Path parent) {
    Path folder = parent.resolve("postgres-" + Versions.ofThisBuild().postgres());
    if (!Files.isDirectory(folder)) {
      unpackInto(folder);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpackInto(Path folder) {
    try (InputStream archive = archive()) {
      Files.createDirectories(folder.getParent());
      Path draft = Files.createTempDirectory(folder.getParent(), "postgres-unpacking-");
      unpack(archive, draft);
      publish(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name =
        "/postgres-"
            + (system.contains("mac") ? "darwin" : "linux")
            + "-"
            + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64")
            + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new PlatformException(
          "There is no PostgreSQL for this kind of machine on the class path ("
              + name
              + "): see the profiles in local-platform/pom.xml.");
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("Outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          Files.setPosixFilePermissions(file, permissions(entry));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
    return PosixFilePermissions.fromString(
        (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }

  /** Another process may have been quicker; then its copy is as good. */
  private static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(draft, folder);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      Folders.delete(draft);
    }
  }
}
