package org.mikromerit.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Tools;

/** PostgreSQL refuses to run as root: then it runs in a user namespace, or as user "nobody". */
final class Unprivileged {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final String OTHER = "nobody";
  private static final List<String> AS_OTHER =
      List.of("setpriv", "--reuid=" + OTHER, "--clear-groups", "--no-new-privs");

  private Unprivileged() {}

  /** The command, preceded by what takes root's rights away if this is root. */
  static List<String> command(Path data, List<String> command) {
    List<String> all = new ArrayList<>(prefix(data));
    all.addAll(command);
    return all;
  }

  private static List<String> prefix(Path data) {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    if (Tools.succeeds(with(NAMESPACE, "true"))) {
      return NAMESPACE;
    }
    if (Tools.succeeds(with(AS_OTHER, "true"))) {
      give(data);
      if (Tools.succeeds(with(AS_OTHER, "ls", data.toString()))) {
        return AS_OTHER;
      }
    }
    throw new PlatformException(
        "PostgreSQL refuses to run as root, this machine grants no user namespaces, and user "
            + OTHER
            + " cannot reach "
            + data
            + ". Run as an ordinary user, or set MIKROMERIT_HOME to a folder below /var/tmp.");
  }

  private static List<String> with(List<String> prefix, String... command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    return all;
  }

  private static void give(Path data) {
    try {
      Files.createDirectories(data);
      UserPrincipal other =
          data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER);
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.toList()) {
          Files.getFileAttributeView(file, FileOwnerAttributeView.class).setOwner(other);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
