package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/**
 * The first visible sheet of an Office Open XML workbook (ECMA-376, part 1, 18.3), read row by row.
 * Cells come as the text that the same cell has in a CSV file.
 */
public final class XlsxSheet implements Sheet {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  private static final int COLUMNS_READ = 100;
  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_ROW = 100_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Files that are in memory, or coming: one sender who is slow keeps nobody waiting. */
  private static final Semaphore COMING = new Semaphore(4);

  /** The texts that cells share are held in memory too. */
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  private final Workbook workbook;
  private final BoundedXml xml;
  private int row;
  private boolean closed;

  private XlsxSheet(Workbook workbook) throws IOException, UnreadableFile {
    this.workbook = workbook;
    this.xml = workbook.openSheet();
  }

  /** Begins to read, once no other workbook is open; nothing of the file, while too many come. */
  public static XlsxSheet open(InputStream in) throws IOException, UnreadableFile {
    await(COMING);
    boolean open = false;
    try {
      XlsxSheet sheet = openNext(WorkbookParts.packed(in));
      open = true;
      return sheet;
    } finally {
      if (!open) {
        COMING.release();
      }
    }
  }

  private static XlsxSheet openNext(byte[] packed) throws IOException, UnreadableFile {
    await(ONE_AT_A_TIME);
    boolean open = false;
    try {
      var sheet = new XlsxSheet(Workbook.of(WorkbookParts.of(packed)));
      open = true;
      return sheet;
    } finally {
      if (!open) {
        ONE_AT_A_TIME.release();
      }
    }
  }

  private static void await(Semaphore place) throws UnreadableFile {
    try {
      if (place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new UnreadableFile(
        Kind.BUSY, "Nothing was kept; send the file again shortly, or save it as CSV.");
  }

  @Override
  public Optional<Row> next() throws UnreadableFile {
    while (xml.next()) {
      if (xml.ends("sheetData")) {
        break;
      }
      if (xml.starts("row")) {
        row = further(row, rowNumber(), MOST_ROWS);
        return Optional.of(new Row(row, cells()));
      }
    }
    return Optional.empty();
  }

  private int rowNumber() throws UnreadableFile {
    String written = xml.attribute("r");
    return written == null ? row + 1 : BoundedXml.number(written);
  }

  private List<String> cells() throws UnreadableFile {
    var cells = new ArrayList<String>();
    int column = 0;
    int length = 0;
    while (!xml.nextEnds("row")) {
      if (xml.starts("c")) {
        column = further(column, column(xml.attribute("r"), column + 1), MOST_COLUMNS);
        String text = cell();
        length += text.length();
        if (length > LONGEST_ROW) {
          throw inRow("is longer than " + LONGEST_ROW + " characters.");
        }
        put(cells, column, text);
      }
    }
    return cells;
  }

  /** Rows that are coloured from end to end have thousands of cells with nothing in them. */
  private void put(List<String> cells, int column, String text) throws UnreadableFile {
    if (text.isEmpty()) {
      return;
    }
    if (column > COLUMNS_READ) {
      throw inRow("has something to the right of column " + COLUMNS_READ + ": remove it.");
    }
    while (cells.size() < column - 1) {
      cells.add("");
    }
    cells.add(text);
  }

  /** The column in a reference such as AB12. */
  private static int column(@Nullable String reference, int otherwise) throws UnreadableFile {
    if (reference == null) {
      return otherwise;
    }
    int column = 0;
    for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
      char letter = reference.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }

  /** Rows and cells stand in their order; others would be read as what they are not. */
  private static int further(int before, int now, int most) throws UnreadableFile {
    if (now <= before || now > most) {
      throw WorkbookParts.damaged();
    }
    return now;
  }

  private String cell() throws UnreadableFile {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    var value = new StringBuilder();
    while (!xml.nextEnds("c")) {
      if (xml.starts("v")) {
        value.append(xml.text("v", LONGEST_CELL));
      } else if (xml.starts("is")) {
        value.append(xml.richText("is", LONGEST_CELL));
      }
    }
    return value.isEmpty() ? "" : text(type == null ? "n" : type, style, value.toString());
  }

  private String text(String type, @Nullable String style, String value) throws UnreadableFile {
    return switch (type) {
      case "s" -> workbook.sharedText(BoundedXml.number(value));
      case "inlineStr", "str" -> BoundedXml.unescaped(value);
      case "n" -> workbook.number(style, value);
      case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
      case "d" -> value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value;
      // Left out, it would be as if nothing had been meant; taken at its word, it would be issued.
      case "e" -> throw inRow("has a cell whose formula fails: mend it or empty it.");
      default -> throw WorkbookParts.damaged();
    };
  }

  private UnreadableFile inRow(String what) {
    return new UnreadableFile(Kind.FORM, "Row " + row + " " + what);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      ONE_AT_A_TIME.release();
      COMING.release();
      xml.close();
    }
  }
}
