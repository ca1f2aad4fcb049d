package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.mikromerit.platform.process.Tools;

/** A service's own samples of where its processor time goes (JFR, from outside by jcmd). */
record Recording(String pid, Path file) {

  static Recording of(Bench bench, String service) {
    String pid =
        Long.toString(
            bench.stack().service(service).daemon().running().orElseThrow().identity().pid());
    Path file = bench.installation().home().folder("bench").resolve(service + ".jfr");
    jcmd(
        pid,
        "JFR.start",
        "name=bench",
        "jdk.CPUTimeSample#enabled=true",
        "jdk.CPUTimeSample#throttle=5ms");
    return new Recording(pid, file.toAbsolutePath());
  }

  /** Ends, and says which part of all samples is this thread's. */
  double share(String thread) {
    jcmd(pid, "JFR.stop", "name=bench", "filename=" + file);
    long all = 0;
    long its = 0;
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
          all++;
          var sampled = event.getThread("eventThread");
          if (sampled != null && thread.equals(sampled.getJavaName())) {
            its++;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all == 0 ? Double.NaN : (double) its / all;
  }

  private static void jcmd(String pid, String... words) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(Path.of(Tools.java()).resolveSibling("jcmd").toString(), pid));
    command.addAll(List.of(words));
    Tools.run(command, Map.of());
  }
}
