package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Home;

/** Only one command at a time starts and stops what is in a state folder. */
record Lock(FileChannel channel) implements AutoCloseable {

  static Lock take(Home home) {
    Path file = home.root().resolve("lock");
    try {
      Files.createDirectories(home.root());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new PlatformException(
            "Another ./mikromerit is starting or stopping things in "
                + home.root()
                + ". Wait for it to end.");
      }
      return new Lock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
