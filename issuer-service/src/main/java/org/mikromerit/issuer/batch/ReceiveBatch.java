package org.mikromerit.issuer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Batches.Row;
import org.mikromerit.issuer.batch.file.ReadTable;
import org.mikromerit.issuer.batch.file.Sheet;
import org.mikromerit.issuer.batch.file.UnreadableFile;
import org.mikromerit.kit.audit.Audit;

/** An institution sends a file of rows to issue. */
@ApplicationScoped
public class ReceiveBatch {
  private static final int AT_ONCE = 500;

  private final Arrivals arrivals;
  private final Batches batches;
  private final BatchConfig config;
  private final Audit audit;
  private final InstantSource clock;

  ReceiveBatch(
      Arrivals arrivals, Batches batches, BatchConfig config, Audit audit, InstantSource clock) {
    this.arrivals = arrivals;
    this.batches = batches;
    this.config = config;
    this.audit = audit;
    this.clock = clock;
  }

  /** What to do with the rows; definition and version are for rows that name none. */
  public record Order(
      UUID organisation,
      String actor,
      boolean dryRun,
      @Nullable String definition,
      @Nullable String version) {}

  /** A file that is here as a whole; nothing happens to its rows before it is accepted. */
  public record Arrived(UUID batch, int rows) {}

  /**
   * Reads the file into the database, outside any transaction of the caller.
   *
   * @return empty where the organisation has too many batches that have not ended
   * @throws UnreadableFile if the file cannot be taken; nothing of it is kept
   */
  public Optional<Arrived> read(Order order, Sheet sheet) throws IOException, UnreadableFile {
    ReadTable table = ReadTable.of(sheet);
    Optional<Arrivals.Open> open =
        arrivals.open(order.organisation(), order.actor(), order.dryRun());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    UUID batch = open.get().batch();
    boolean whole = false;
    try {
      int rows = read(order, table, open.get());
      whole = true;
      return Optional.of(new Arrived(batch, rows));
    } finally {
      if (!whole) {
        arrivals.discard(batch);
      }
    }
  }

  private int read(Order order, ReadTable table, Arrivals.Open open)
      throws IOException, UnreadableFile {
    int count = 0;
    var rows = new ArrayList<Row>(AT_ONCE);
    for (var line = table.next(); line.isPresent(); line = table.next()) {
      count++;
      requireFew(count);
      SentRow row = completed(line.get().row(), order);
      rows.add(new Row(count, line.get().number(), open.cipher().encrypt(count, row)));
      if (rows.size() == AT_ONCE) {
        arrivals.append(open.batch(), rows);
        rows.clear();
      }
    }
    arrivals.append(open.batch(), rows);
    if (count == 0) {
      throw new UnreadableFile(
          UnreadableFile.Kind.EMPTY, "There is nothing below the headings: add a row a learner.");
    }
    return count;
  }

  private void requireFew(int count) throws UnreadableFile {
    if (count > config.maxRows()) {
      throw new UnreadableFile(
          UnreadableFile.Kind.TOO_MANY_ROWS,
          "Send at most " + config.maxRows() + " rows at once; more come in several files.");
    }
  }

  private static SentRow completed(SentRow row, Order order) {
    putIfNamed(row.cells(), Column.DEFINITION, order.definition());
    putIfNamed(row.cells(), Column.VERSION, order.version());
    return row;
  }

  private static void putIfNamed(Map<Column, String> cells, Column column, @Nullable String value) {
    if (value != null) {
      cells.putIfAbsent(column, value);
    }
  }

  /** Has its rows worked through, from this transaction's commit on. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Batch accept(UUID organisation, Arrived arrived, boolean dryRun) {
    batches.arrived(arrived.batch(), arrived.rows(), clock.instant());
    audit.record(
        "batch.received",
        "batch",
        arrived.batch(),
        Map.of("rows", arrived.rows(), "dryRun", dryRun));
    return batches.find(organisation, arrived.batch()).orElseThrow();
  }

  /** Takes back a file that was not accepted, since the same request had come before. */
  public void discard(Arrived arrived) {
    arrivals.discard(arrived.batch());
  }
}
