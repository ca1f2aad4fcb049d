package org.mikromerit.kit.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A telling of a topic's entities again.
 *
 * @param cursor of the last entity that was told; null before the first
 * @param announced how many events so far
 * @param failure why it ended before its end; null where it did not
 */
record Replay(
    UUID id,
    String topic,
    Instant requestedAt,
    @Nullable String cursor,
    long announced,
    @Nullable Instant finishedAt,
    @Nullable String failure) {

  String state() {
    if (finishedAt == null) {
      return "RUNNING";
    }
    return failure == null ? "FINISHED" : "FAILED";
  }
}
