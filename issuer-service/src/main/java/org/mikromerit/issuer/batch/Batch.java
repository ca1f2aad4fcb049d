package org.mikromerit.issuer.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows to issue, and how far it has come.
 *
 * @param actor the account that sent it
 * @param done rows that were decided, in their order
 * @param wrappedKey under which its rows are encrypted; null once it has ended
 */
// Never compared: the key is what is meant, not an object to equal.
@SuppressWarnings("ArrayRecordComponent")
public record Batch(
    UUID id,
    UUID organisation,
    String actor,
    boolean dryRun,
    BatchState state,
    byte @Nullable [] wrappedKey,
    int rows,
    int done,
    Counts counts,
    Instant receivedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt) {

  /** How many rows of each kind. */
  public record Counts(int issued, int issuable, int skipped, int refused) {}
}
