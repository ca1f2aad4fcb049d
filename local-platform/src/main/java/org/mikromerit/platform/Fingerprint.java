package org.mikromerit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says whether something is still what it was: a hash over texts and over files' contents. */
public final class Fingerprint {
  private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Fingerprint add(Object text) {
    digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Every file below the folder, by its place there and its bytes; what a build makes is not. */
  public Fingerprint addSources(Path folder) {
    return addFiles(folder, file -> true);
  }

  /**
   * Every file below the folder by its place; its bytes where they are to be read, else its size.
   */
  public Fingerprint addFiles(Path folder, Predicate<Path> read) {
    for (Path file : files(folder)) {
      add(folder.relativize(file));
      try {
        if (read.test(file)) {
          digest.update(Files.readAllBytes(file));
        } else {
          add(Files.size(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static Collection<Path> files(Path folder) {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isSource(folder, file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (NOT_SOURCES.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
