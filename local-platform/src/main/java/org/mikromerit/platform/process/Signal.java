package org.mikromerit.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process is told: to end, and how, or to stand still. */
public enum Signal {
  /** What most servers take as "finish and go". */
  TERMINATE {
    @Override
    void send(ProcessIdentity identity) {
      identity.handle().ifPresent(ProcessHandle::destroy);
    }
  },
  /** PostgreSQL's fast shutdown; its answer to TERMINATE is to wait for every client to leave. */
  INTERRUPT {
    @Override
    void send(ProcessIdentity identity) {
      identity.handle().ifPresent(handle -> kill("-INT", handle.pid()));
    }
  },
  /** Stands still and answers nobody, until it is thawed. */
  FREEZE {
    @Override
    void send(ProcessIdentity identity) {
      identity.handle().ifPresent(handle -> kill("-STOP", handle.pid()));
    }
  },
  THAW {
    @Override
    void send(ProcessIdentity identity) {
      identity.handle().ifPresent(handle -> kill("-CONT", handle.pid()));
    }
  },
  /** No chance to finish: what a crash does. */
  KILL {
    @Override
    void send(ProcessIdentity identity) {
      identity.handle().ifPresent(ProcessHandle::destroyForcibly);
    }
  };

  abstract void send(ProcessIdentity identity);

  private static void kill(String signal, long pid) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
