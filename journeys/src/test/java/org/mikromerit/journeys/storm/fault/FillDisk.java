package org.mikromerit.journeys.storm.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.mikromerit.journeys.SmallDisk;
import org.mikromerit.journeys.storm.Fleet;

/** The disk below the databases and the broker is full, until somebody makes room. */
record FillDisk(Duration time) implements Fault {

  static Fault any(Random random) {
    return new FillDisk(Fault.a(random, 8));
  }

  @Override
  public Optional<String> missing() {
    return SmallDisk.allowed() ? Optional.empty() : Optional.of("the right to mount a small disk");
  }

  @Override
  public void strike(Fleet fleet) {
    Path ballast = fleet.installation().home().folder("data").resolve("ballast");
    try {
      SmallDisk.fill(ballast);
      Fault.last(time);
      Files.delete(ballast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Whatever it is in the middle of: it starts from what was written.
    fleet.stack().postgres().kill();
    fleet.startPostgres();
    fleet.startKafka();
  }
}
