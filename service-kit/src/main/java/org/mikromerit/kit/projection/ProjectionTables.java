package org.mikromerit.kit.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** Empties projections and tells two of them apart. Table names are code, never input. */
@ApplicationScoped
class ProjectionTables {
  private static final int FETCHED_AT_ONCE = 1_000;

  private final Jdbi jdbi;

  ProjectionTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a projection holds.
   *
   * @param rows of all its tables
   * @param sha256 of its canonical dump, in hexadecimal: for each table, in the order of their
   *     names, a line with its name and a line of canonical JSON for each row, sorted as bytes
   */
  record Dump(String name, long rows, String sha256) {}

  void clear(Projection projection) {
    for (String table : projection.tables()) {
      jdbi.useHandle(sql -> sql.execute("delete from " + table));
    }
  }

  /** Forgets that the topics' events were applied, and how new they were. */
  void forget(Collection<String> topics, Collection<String> completeTopics) {
    jdbi.useHandle(
        sql -> {
          var all = topics.toArray(String[]::new);
          sql.createUpdate("delete from inbox where topic = any (:topics)")
              .bind("topics", all)
              .execute();
          sql.createUpdate("delete from entity_version where topic = any (:topics)")
              .bind("topics", all)
              .execute();
          // A topic that keeps every entity's newest state has these too; others may not, any more.
          sql.createUpdate("delete from parked where topic = any (:topics)")
              .bind("topics", completeTopics.toArray(String[]::new))
              .execute();
        });
  }

  Dump dump(Projection projection) {
    var digest = sha256();
    long rows = 0;
    for (String table : new TreeSet<>(projection.tables())) {
      line(digest, table);
      rows += addRows(digest, table, projection.localColumns(table));
    }
    return new Dump(projection.name(), rows, HexFormat.of().formatHex(digest.digest()));
  }

  private long addRows(MessageDigest digest, String table, Set<String> without) {
    String text =
        """
        select line from (select (to_jsonb(t) - cast(:without as text[]))::text as line from %s t) r
         order by line collate "C"
        """
            .formatted(table);
    return jdbi.withHandle(
        sql -> {
          long rows = 0;
          try (var lines =
              sql.createQuery(text)
                  .bind("without", without.toArray(String[]::new))
                  .setFetchSize(FETCHED_AT_ONCE)
                  .mapTo(String.class)
                  .iterator()) {
            while (lines.hasNext()) {
              line(digest, lines.next());
              rows++;
            }
          }
          return rows;
        });
  }

  private static void line(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
