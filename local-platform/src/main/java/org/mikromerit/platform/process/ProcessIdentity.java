package org.mikromerit.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of this machine, told apart from a later one that was given the same pid.
 *
 * @param pid the number that the operating system may use again
 * @param born when it started, in whatever words the system has for it: only equality counts
 */
public record ProcessIdentity(long pid, String born) {

  /** The live process with this pid, if there is one. */
  public static Optional<ProcessIdentity> of(long pid) {
    return born(pid).map(born -> new ProcessIdentity(pid, born));
  }

  public boolean alive() {
    return born(pid).filter(born::equals).isPresent();
  }

  /** Whether it is dead and its number still taken, because its parent has not looked yet. */
  boolean lingers() {
    return !alive() && Files.exists(Path.of("/proc", Long.toString(pid)));
  }

  /** The handle to signal it with; empty once it is gone, also when another has its pid. */
  public Optional<ProcessHandle> handle() {
    return alive() ? ProcessHandle.of(pid) : Optional.empty();
  }

  private static Optional<String> born(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    return Files.exists(Path.of("/proc/self/stat"))
        ? bornByProc(stat)
        : ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .flatMap(p -> p.info().startInstant())
            .map(Object::toString);
  }

  /**
   * Ticks since boot, together with the boot: the JDK's start instant is computed from the wall
   * clock and moves when that is set.
   */
  private static Optional<String> bornByProc(Path stat) {
    try {
      String line = Files.readString(stat);
      // The second field is the program's name in parentheses, which may itself contain spaces.
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      boolean dead = fields[0].equals("Z") || fields[0].equals("X");
      return dead
          ? Optional.empty()
          : Optional.of(
              Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                  + "/"
                  + fields[19]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
