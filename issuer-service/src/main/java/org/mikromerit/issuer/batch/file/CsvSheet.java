package org.mikromerit.issuer.batch.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/**
 * Comma-separated values (RFC 4180) in UTF-8, as spreadsheets write them: with or without a byte
 * order mark, separated by commas or semicolons.
 */
public final class CsvSheet implements Sheet {
  private static final int LONGEST_HEADING = 4_000;
  private static final int BYTE_ORDER_MARK = '\ufeff';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final BoundedRecords bound;

  private CsvSheet(CSVParser parser, BoundedRecords bound) {
    this.parser = parser;
    this.records = parser.iterator();
    this.bound = bound;
  }

  /** Begins to read; the stream is closed with the sheet. */
  public static CsvSheet open(InputStream in) throws IOException, UnreadableFile {
    try {
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var text = new BufferedReader(new InputStreamReader(in, decoder), 2 * LONGEST_HEADING);
      skipByteOrderMark(text);
      var format =
          CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false);
      var bound = new BoundedRecords(text);
      return new CsvSheet(
          CSVParser.builder().setReader(bound).setFormat(format.get()).get(), bound);
    } catch (CharacterCodingException _) {
      throw notUtf8();
    }
  }

  private static void skipByteOrderMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }

  /** Whichever stands more often between the headings. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADING);
    int semicolons = 0;
    int commas = 0;
    for (int i = 0; i < LONGEST_HEADING - 1; i++) {
      int c = text.read();
      if (c < 0 || c == '\n' || c == '\r') {
        break;
      }
      semicolons += c == ';' ? 1 : 0;
      commas += c == ',' ? 1 : 0;
    }
    text.reset();
    return semicolons > commas ? ';' : ',';
  }

  @Override
  public Optional<Row> next() throws IOException, UnreadableFile {
    bound.nextRecord();
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord read = records.next();
      return Optional.of(new Row(Math.toIntExact(read.getRecordNumber()), read.toList()));
    } catch (UncheckedIOException | IllegalStateException e) {
      throw unreadable(e);
    }
  }

  private UnreadableFile unreadable(RuntimeException failure) throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case TooLong _ -> {
          return new UnreadableFile(
              Kind.FORM,
              "A row after row "
                  + parser.getRecordNumber()
                  + " is longer than "
                  + BoundedRecords.MOST
                  + " characters: a quotation mark may be missing.");
        }
        case CharacterCodingException _ -> {
          return notUtf8();
        }
        default -> {
          // Looked for in what caused it.
        }
      }
    }
    IOException broken = failure instanceof UncheckedIOException io ? io.getCause() : null;
    if (broken != null && !isOfTheParser(broken)) {
      throw broken;
    }
    return new UnreadableFile(
        Kind.FORM,
        "A row after row "
            + parser.getRecordNumber()
            + " cannot be read: check the quotation marks, which are doubled within a cell.");
  }

  /** The parser tells of bad quotation marks by an exception of its own package. */
  private static boolean isOfTheParser(IOException failure) {
    return failure.getClass().getName().startsWith("org.apache.commons.csv.");
  }

  private static UnreadableFile notUtf8() {
    return new UnreadableFile(Kind.FORM, "The file is not UTF-8: save it as CSV in UTF-8.");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends a record without an end, before it fills the memory. */
  private static final class BoundedRecords extends FilterReader {
    static final int MOST = 100_000;

    private int sinceRecord;

    BoundedRecords(Reader text) {
      super(text);
    }

    void nextRecord() {
      sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(1);
      return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) throws TooLong {
      sinceRecord += more;
      if (sinceRecord > MOST) {
        throw new TooLong();
      }
    }
  }
}
