package org.mikromerit.issuer.batch.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Batch;
import org.mikromerit.issuer.batch.BatchState;

/**
 * How far a batch has come.
 *
 * @param done rows that were decided
 * @param issuable rows of a dry run that would be issued
 * @param skipped rows whose learner has it already
 */
record BatchView(
    UUID id,
    BatchState state,
    boolean dryRun,
    int rows,
    int done,
    int issued,
    int issuable,
    int skipped,
    int refused,
    Instant receivedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt) {

  static BatchView of(Batch batch) {
    Batch.Counts counts = batch.counts();
    return new BatchView(
        batch.id(),
        batch.state(),
        batch.dryRun(),
        batch.rows(),
        batch.done(),
        counts.issued(),
        counts.issuable(),
        counts.skipped(),
        counts.refused(),
        batch.receivedAt(),
        batch.updatedAt(),
        batch.finishedAt());
  }
}
