package org.mikromerit.kit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some rows of one table, sealed at one time. Digests are SHA-256 in hexadecimal.
 *
 * @param covers the columns that count, in their order
 * @param positions of the rows
 * @param entries how many rows they are
 * @param highest position of the table that this link or one before it sealed
 * @param marks the first {@value #MARK} digits of each row's digest, in order of position
 * @param previous digest of the link before
 */
record Link(
    long number,
    String table,
    List<String> covers,
    Positions positions,
    int entries,
    long highest,
    String marks,
    Instant sealedAt,
    String previous,
    String digest) {
  static final int MARK = 16;

  /** What the first link names as the one before it. */
  static final String NOTHING = "0".repeat(64);

  /** A link over rows, given by their digests in order of position. */
  static Link over(
      long number,
      String table,
      List<String> covers,
      Positions positions,
      long highest,
      Collection<String> rows,
      Instant at,
      String previous) {
    String marks = rows.stream().map(Link::mark).collect(Collectors.joining());
    var open =
        new Link(
            number, table, covers, positions, rows.size(), highest, marks, at, previous, NOTHING);
    return new Link(
        number,
        table,
        covers,
        positions,
        rows.size(),
        highest,
        marks,
        at,
        previous,
        open.digestOver(rows));
  }

  static Link of(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("number"),
        row.getString("sealed_table"),
        List.of((String[]) row.getArray("covers").getArray()),
        new Positions(row.getString("positions")),
        row.getInt("entries"),
        row.getLong("highest"),
        row.getString("marks"),
        row.getTimestamp("sealed_at").toInstant(),
        row.getString("previous"),
        row.getString("digest"));
  }

  /** Over every other column, a line each, and then over the rows' own digests, a line each. */
  String digestOver(Collection<String> rows) {
    String head =
        String.join(
            "\n",
            Long.toString(number),
            table,
            String.join(",", covers),
            positions.text(),
            Integer.toString(entries),
            Long.toString(highest),
            marks,
            sealedAt.toString(),
            previous);
    return sha256(head + "\n" + String.join("\n", rows));
  }

  /** Whether the row at this place is the one that was sealed, as far as its mark tells. */
  boolean marks(int place, String row) {
    return marks.startsWith(mark(row), place * MARK);
  }

  private static String mark(String row) {
    return row.substring(0, MARK);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
