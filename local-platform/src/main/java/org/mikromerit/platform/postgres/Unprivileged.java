package org.mikromerit.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Tools;

/** How PostgreSQL, which refuses to run as root, runs for root nevertheless. */
enum Unprivileged {
  /** An ordinary user needs nothing. */
  ORDINARY,
  /** In a user namespace, where root is nobody but its files are still its own. */
  NAMESPACE,
  /** As another user, where namespaces are forbidden, as in many containers. */
  NOBODY;

  /** The first way that works here. */
  static Unprivileged here() {
    if (!System.getProperty("user.name").equals("root")) {
      return ORDINARY;
    }
    if (Tools.succeeds(NAMESPACE.command(List.of("true")))) {
      return NAMESPACE;
    }
    if (Tools.succeeds(NOBODY.command(List.of("true")))) {
      return NOBODY;
    }
    throw new PlatformException(
        "PostgreSQL refuses to run as root, and this machine grants neither user namespaces"
            + " (unshare -U) nor another user (setpriv). Run as an ordinary user.");
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix());
    all.addAll(command);
    return all;
  }

  private List<String> prefix() {
    return switch (this) {
      case ORDINARY -> List.of();
      case NAMESPACE -> List.of("unshare", "-U");
      case NOBODY -> List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups");
    };
  }

  /** Lets the user that PostgreSQL will run as have these files, and reach them. */
  void give(Path... trees) {
    if (this != NOBODY) {
      return;
    }
    for (Path tree : trees) {
      giveToNobody(tree);
      if (!Tools.succeeds(command(List.of("test", "-r", tree.toString())))) {
        throw new PlatformException(
            "PostgreSQL must run as user nobody here, who cannot reach "
                + tree
                + ". Run as an ordinary user, or set MIKROMERIT_HOME to a folder that all may"
                + " enter, as /var/tmp/mikromerit.");
      }
    }
  }

  private static void giveToNobody(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      UserPrincipal nobody =
          tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      for (Path file : files.toList()) {
        Files.setAttribute(file, "posix:owner", nobody, LinkOption.NOFOLLOW_LINKS);
      }
      Files.setPosixFilePermissions(tree.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
