package org.mikromerit.journeys.storm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of network between two programs of this machine that can be slow, be cut, or carry no
 * answer back.
 */
public final class Cable implements Closeable {
  private static final int PIECE = 16 * 1024;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = new Whole();

  /** How it is. */
  private sealed interface State {}

  private record Whole() implements State {}

  private record Cut() implements State {}

  /** Everything goes there, nothing comes back. */
  private record Deaf() implements State {}

  private record Slow(Duration delay) implements State {}

  /** From a free port of this machine to the given one. */
  public Cable(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** All that is open breaks off, and nothing is opened. */
  public void cut() {
    state = new Cut();
    breakOff();
  }

  /** What is asked arrives, what is answered does not. */
  public void loseAnswers() {
    state = new Deaf();
  }

  /** Each piece takes this much longer. */
  public void slow(Duration delay) {
    state = new Slow(delay);
  }

  /** As at first; what waited for a lost answer learns that there will be none. */
  public void mend() {
    boolean answersWereLost = state instanceof Deaf;
    state = new Whole();
    if (answersWereLost) {
      breakOff();
    }
  }

  private void breakOff() {
    open.forEach(Cable::closeQuietly);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        if (state instanceof Cut) {
          closeQuietly(near);
        } else {
          Thread.ofVirtual().start(() -> connect(near));
        }
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private void connect(Socket near) {
    Socket far = null;
    try {
      far = new Socket();
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      far.setTcpNoDelay(true);
      near.setTcpNoDelay(true);
      open.add(near);
      open.add(far);
      Socket there = far;
      Thread.ofVirtual().start(() -> carry(near, there, false));
      carry(far, near, true);
    } catch (IOException e) {
      closeQuietly(near);
      closeQuietly(far);
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    byte[] piece = new byte[PIECE];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        switch (state) {
          case Slow slow -> Thread.sleep(slow.delay());
          case Deaf _ -> {
            if (answers) {
              continue;
            }
          }
          case Whole _, Cut _ -> {}
        }
        out.write(piece, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // Either end went away: so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // It is as good as closed.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    breakOff();
  }
}
