package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded program's processor time went, for each of its threads by name.
 *
 * @param samples by thread, then by our own class that was at work or had called what was
 */
record Profile(Map<String, Map<String, Integer>> samples) {

  private static final int COSTLIEST = 3;
  private static final String OURS = "org.mikromerit.";

  static Profile of(Path recording) {
    Map<String, Map<String, Integer>> samples = new LinkedHashMap<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.CPUTimeSample")) {
          samples
              .computeIfAbsent(thread(event), _ -> new LinkedHashMap<>())
              .merge(own(event).orElse("others"), 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Profile(samples);
  }

  private static String thread(RecordedEvent event) {
    return event.getThread("eventThread") == null
        ? ""
        : String.valueOf(event.getThread("eventThread").getJavaName());
  }

  private static Optional<String> own(RecordedEvent event) {
    return event.getStackTrace() == null
        ? Optional.empty()
        : event.getStackTrace().getFrames().stream()
            .map(frame -> frame.getMethod().getType().getName())
            .filter(name -> name.startsWith(OURS))
            .findFirst()
            .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("[$].*", ""));
  }

  /** The costliest of each thread whose name begins in one of these ways. */
  String table(String... threads) {
    return "| | "
        + String.join(" | ", Collections.nCopies(COSTLIEST, "share"))
        + " |\n|---"
        + "|---".repeat(COSTLIEST)
        + "|\n"
        + samples.entrySet().stream()
            .filter(each -> Stream.of(threads).anyMatch(each.getKey()::startsWith))
            .map(each -> "| " + each.getKey() + " | " + costliest(each.getValue()) + " |\n")
            .collect(Collectors.joining());
  }

  private static String costliest(Map<String, Integer> byClass) {
    int all = byClass.values().stream().mapToInt(Integer::intValue).sum();
    List<String> shares =
        byClass.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(COSTLIEST)
            .map(each -> "%s %d %%".formatted(each.getKey(), 100 * each.getValue() / all))
            .toList();
    return String.join(" | ", shares);
  }
}
