package org.mikromerit.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;
import org.mikromerit.platform.process.Home;

/**
 * Passwords and keys of one state folder: made when first asked for, kept in a file that only its
 * owner can read, so that data and what opens them stay together.
 */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  public Secrets(Home home) {
    this.file = home.root().resolve("secrets.properties");
  }

  /** A password: 32 hexadecimal digits. */
  public String password(String name) {
    return get(name, () -> HexFormat.of().formatHex(random(16)));
  }

  /** A key of 256 bits, in base64. */
  public String key(String name) {
    return get(name, () -> Base64.getEncoder().encodeToString(random(32)));
  }

  private synchronized String get(String name, Supplier<String> fresh) {
    try {
      Properties all = load();
      String known = all.getProperty(name);
      if (known != null) {
        return known;
      }
      String made = fresh.get();
      all.setProperty(name, made);
      store(all);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties load() throws IOException {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        all.load(in);
      }
    }
    return all;
  }

  private void store(Properties all) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("secrets.new");
    Files.deleteIfExists(draft);
    // Never readable by others, not even while it is written.
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(draft)) {
      all.store(out, "For this state folder only: without it, its data cannot be opened.");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
