package org.mikromerit.issuer.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps batches and their rows. */
public interface Batches {

  /**
   * A row as it was sent, encrypted.
   *
   * @param line the row's number as a spreadsheet shows it
   */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Row(int number, int line, byte[] content) {}

  /** A batch that somebody could work on. */
  record Candidate(UUID id, UUID organisation, boolean dryRun, int left) {}

  /**
   * A batch that has not ended, as its operator sees it.
   *
   * @param organisation the name of whoever sent it; null while its announcement is on its way
   */
  record UnderWay(
      UUID id,
      @Nullable String organisation,
      boolean dryRun,
      BatchState state,
      int rows,
      int done,
      Instant receivedAt,
      Instant updatedAt) {}

  void add(Batch receiving);

  void addRows(UUID batch, List<Row> rows, Instant now);

  /** The whole file is here. */
  void arrived(UUID batch, int rows, Instant now);

  /** As if it had never been sent; for files that were not taken. */
  void forget(UUID batch);

  /** How many of the organisation's have not ended. */
  int unended(UUID organisation);

  Optional<Batch> find(UUID organisation, UUID id);

  /** The same, held until the transaction's end; waits for whoever works on it. */
  Optional<Batch> lock(UUID organisation, UUID id);

  /** In order of id, which is that of time, after the given one; or the newest first, before it. */
  List<Batch> list(UUID organisation, boolean newestFirst, UUID beyond, int most);

  /** All organisations' that have not ended, the oldest first, after the given one. */
  List<UnderWay> underWay(UUID after, int most);

  /** What became of the rows, in their order, after the given number. */
  List<RowReport> reports(UUID batch, @Nullable RowState state, int after, int most);

  /** Those with work to do, the longest untouched first. */
  List<Candidate> candidates(Instant now, int most);

  /** A batch with work to do, held until the transaction's end; empty while another works on it. */
  Optional<Batch> lockUnlessTaken(UUID id);

  /** The next rows to decide. */
  List<Row> rows(UUID batch, int after, int most);

  /** Which of the occasions earlier rows of the batch are for. */
  Set<UUID> taken(UUID batch, Collection<UUID> occasions);

  /** Writes what became of rows, deletes what stood in them, and counts them. */
  void decide(Batch batch, List<Decided> rows, Instant now);

  void change(UUID batch, BatchState state, Instant now);

  /** Ends it: the key is deleted, and what stood in rows that were not decided. */
  void end(UUID batch, BatchState state, Instant now);

  /** Behind the others. */
  void postpone(UUID batch, Instant nextTry);

  /** Unended ones that nothing happened to since, by organisation and id. */
  List<Batch> idleSince(Instant before, int most);

  /** Deletes files that never arrived as a whole, and reports of those that ended long ago. */
  int forgetOld(Instant arrivingBefore, Instant endedBefore);
}
