package org.mikromerit.platform.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.mikromerit.platform.PlatformException;

/** TCP ports of this machine. */
public final class Ports {
  // Below the range from which systems take the local ports of outgoing connections, so that a
  // server which is stopped and started again finds its port as it left it.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;

  private Ports() {}

  /** A port that nobody listens on at this moment. */
  public static int free() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new PlatformException("No free port between " + LOWEST + " and " + HIGHEST + ".");
  }

  /** Whether a server could listen on this port, on every address and on the loopback one. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody on this machine takes connections there. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Who listens on the port, as far as the system tells: "pid 4711 (java -jar other.jar)". */
  public static Optional<String> listener(int port) {
    try {
      List<String> inodes = new ArrayList<>();
      inodes.addAll(listeningInodes(Path.of("/proc/net/tcp"), port));
      inodes.addAll(listeningInodes(Path.of("/proc/net/tcp6"), port));
      return owner(inodes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> listeningInodes(Path table, int port) throws IOException {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    List<String> inodes = new ArrayList<>();
    if (Files.exists(table)) {
      for (String line : Files.readAllLines(table)) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals("0A")) {
          inodes.add("socket:[" + fields[9] + "]");
        }
      }
    }
    return inodes;
  }

  private static Optional<String> owner(List<String> inodes) {
    return ProcessHandle.allProcesses()
        .filter(process -> holdsOneOf(process, inodes))
        .findFirst()
        .map(process -> "pid " + process.pid() + " (" + command(process) + ")");
  }

  private static boolean holdsOneOf(ProcessHandle process, List<String> inodes) {
    Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        if (inodes.contains(target(link))) {
          return true;
        }
      }
    } catch (IOException e) {
      // Another person's process; nothing to be seen there.
      return false;
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String command(ProcessHandle process) {
    String line = process.info().commandLine().orElse("unknown");
    return line.length() <= 80 ? line : line.substring(0, 77) + "...";
  }
}
