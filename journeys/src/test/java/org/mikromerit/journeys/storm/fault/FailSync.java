package org.mikromerit.journeys.storm.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.platform.process.Tools;

/**
 * The disk does not take what the databases' server has it write for good, so that it must not say
 * that it did.
 *
 * @param nth which writing of each of its processes fails
 */
record FailSync(int nth, Duration time) implements Fault {

  static Fault any(Random random) {
    return new FailSync(1 + random.nextInt(5), Fault.a(random, 5));
  }

  @Override
  public Optional<String> missing() {
    return Tools.find("strace").isPresent() ? Optional.empty() : Optional.of("strace");
  }

  @Override
  public void strike(Fleet fleet) {
    ProcessHandle server =
        fleet
            .stack()
            .postgres()
            .daemon()
            .running()
            .flatMap(running -> running.identity().handle())
            .orElseThrow(() -> new Violation("the databases' server does not run"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=EIO:when=" + nth));
    attach(command, server);
    server.children().forEach(child -> attach(command, child));
    try {
      Process strace =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Fault.last(time);
      // It lets go of whom it holds.
      strace.destroy();
      strace.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    // Whatever it is in the middle of: it starts from what was written.
    fleet.stack().postgres().kill();
    fleet.startPostgres();
  }

  private static void attach(List<String> command, ProcessHandle process) {
    command.add("-p");
    command.add(Long.toString(process.pid()));
  }
}
