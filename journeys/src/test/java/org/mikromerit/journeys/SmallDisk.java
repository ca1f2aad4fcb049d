package org.mikromerit.journeys;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mikromerit.platform.process.Tools;

/** A disk that can be filled without anybody else noticing, where mounting one is allowed. */
public final class SmallDisk {
  private SmallDisk() {}

  /** Whether one can be had here. */
  public static boolean allowed() {
    try {
      Path trial = Files.createTempDirectory("small-disk");
      boolean mounted = mount(trial, 1);
      unmount(trial);
      Files.delete(trial);
      return mounted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has a folder, in which nothing may be yet, be one; false where that is not allowed. */
  static boolean mount(Path folder, int megabytes) {
    return Tools.succeeds(
        List.of(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
  }

  /** Does nothing where there is none. */
  static void unmount(Path folder) {
    while (Tools.succeeds(List.of("mountpoint", "-q", folder.toString()))
        && Tools.succeeds(List.of("umount", "-l", folder.toString()))) {
      // One may lie upon another.
    }
  }

  /** Writes until nothing more fits. */
  public static void fill(Path file) throws IOException {
    byte[] bytes = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(bytes);
      }
    } catch (IOException e) {
      // Full, as intended.
    }
  }
}
