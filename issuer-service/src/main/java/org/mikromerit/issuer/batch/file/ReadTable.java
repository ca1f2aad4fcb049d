package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.issuer.batch.Column;
import org.mikromerit.issuer.batch.SentRow;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/** Reads a sheet whose first row names the columns, in any order; rows without content are none. */
public final class ReadTable {
  private final Sheet sheet;
  private final List<Column> columns;

  private ReadTable(Sheet sheet, List<Column> columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /** A row below the headings, with its number as a spreadsheet shows it. */
  public record Line(int number, SentRow row) {}

  /** Reads the headings. */
  public static ReadTable of(Sheet sheet) throws IOException, UnreadableFile {
    Optional<Sheet.Row> headings = sheet.next();
    if (headings.isEmpty() || headings.get().isBlank()) {
      throw new UnreadableFile(Kind.EMPTY, "The first row names the columns: use the template.");
    }
    List<Column> columns = columns(headings.get().cells());
    requireAll(columns);
    return new ReadTable(sheet, columns);
  }

  private static List<Column> columns(List<String> headings) throws UnreadableFile {
    var columns = new ArrayList<Column>();
    Set<Column> seen = EnumSet.noneOf(Column.class);
    for (String heading : trimmed(headings)) {
      // Told by its place and never repeated: a file without headings begins with a person.
      String place = "The heading of column " + (columns.size() + 1);
      Column column =
          Column.headed(heading)
              .orElseThrow(
                  () ->
                      new UnreadableFile(
                          Kind.COLUMNS, place + " is not one of the template's headings."));
      if (!seen.add(column)) {
        throw new UnreadableFile(Kind.COLUMNS, place + " stands there twice.");
      }
      columns.add(column);
    }
    return columns;
  }

  /** Spreadsheets end rows with empty cells. */
  private static List<String> trimmed(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  private static void requireAll(List<Column> columns) throws UnreadableFile {
    for (Column required : Column.REQUIRED) {
      if (!columns.contains(required)) {
        throw new UnreadableFile(
            Kind.COLUMNS, "The column " + required.heading() + " is missing: use the template.");
      }
    }
  }

  /** The next row with content; empty at the end. */
  public Optional<Line> next() throws IOException, UnreadableFile {
    while (true) {
      Optional<Sheet.Row> row = sheet.next();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      if (!row.get().isBlank()) {
        return Optional.of(line(row.get()));
      }
    }
  }

  private Line line(Sheet.Row row) {
    List<String> sent = trimmed(row.cells());
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(sent.size(), columns.size()); i++) {
      if (!sent.get(i).isBlank()) {
        cells.put(columns.get(i), sent.get(i).strip().replace("\r\n", "\n"));
      }
    }
    return new Line(row.number(), new SentRow(cells, sent.size() > columns.size()));
  }
}
