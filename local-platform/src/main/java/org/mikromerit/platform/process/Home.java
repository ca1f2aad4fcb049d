package org.mikromerit.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The state folder of one platform: data, logs, what runs, secrets. */
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** A folder below this one, made when it is not there, which only its owner can read. */
  public Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(root);
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path data(String name) {
    return folder("data").resolve(name);
  }

  public Path log(String name) {
    return folder("log").resolve(name + ".log");
  }
}
