package org.mikromerit.kit.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A committed event that the broker has not acknowledged.
 *
 * @param payload null for a tombstone
 */
record OutboxRow(
    long position,
    String topic,
    String key,
    Map<String, String> headers,
    @Nullable String payload) {}
