package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/**
 * How a workbook's numbers are shown (ECMA-376, part 1, 18.8.30 and 18.8.31): a date is a number of
 * days that is shown as a date, and a number may be shown with zeros before it.
 */
final class NumberFormats {
  private static final int MOST = 70_000;
  private static final int LONGEST_NUMBER = 64;
  private static final int WIDEST = 60;
  private static final Pattern FORM = Pattern.compile("-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?");
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");
  private static final Look PLAIN = new Look(false, 0);
  private static final Look DATE = new Look(true, 0);

  /** Those that a workbook need not write down, and that show a day. */
  private static final Map<Integer, Look> DATES =
      IntStream.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58)
          .boxed()
          .collect(Collectors.toMap(id -> id, _ -> DATE));

  private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);
  private static final int DAY_THAT_NEVER_WAS = 60;
  private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000);
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  private final List<Look> styles;
  private final boolean since1904;

  private NumberFormats(List<Look> styles, boolean since1904) {
    this.styles = styles;
    this.since1904 = since1904;
  }

  /** What a format's code comes to; a workbook may be full of codes, and none is kept. */
  private record Look(boolean date, int digits) {
    static Look of(String code) {
      if (isDate(code)) {
        return DATE;
      }
      return ZEROS.matcher(code).matches() ? new Look(false, code.length()) : PLAIN;
    }

    /** Texts as they stand, colours and languages tell nothing of a date. */
    private static boolean isDate(String code) {
      for (int i = 0; i < code.length(); i++) {
        switch (code.charAt(i)) {
          case '"' -> i = end(code, '"', i);
          case '[' -> i = end(code, ']', i);
          case '\\', '_', '*' -> i++;
          case 'y', 'Y', 'd', 'D' -> {
            return true;
          }
          default -> {}
        }
      }
      return false;
    }

    private static int end(String code, char closing, int opening) {
      int end = code.indexOf(closing, opening + 1);
      return end < 0 ? code.length() : end;
    }
  }

  static NumberFormats none(boolean since1904) {
    return new NumberFormats(List.of(), since1904);
  }

  static NumberFormats of(WorkbookParts parts, String part, boolean since1904)
      throws IOException, UnreadableFile {
    Map<Integer, Look> looks = new HashMap<>(DATES);
    var styles = new ArrayList<Look>();
    try (BoundedXml xml = BoundedXml.open(parts.open(part))) {
      boolean ofCells = false;
      while (xml.next()) {
        if (xml.starts("numFmt")) {
          looks.put(
              BoundedXml.number(String.valueOf(xml.attribute("numFmtId"))),
              Look.of(String.valueOf(xml.attribute("formatCode"))));
        } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
          ofCells = xml.starts("cellXfs");
        } else if (ofCells && xml.starts("xf")) {
          String id = xml.attribute("numFmtId");
          styles.add(id == null ? PLAIN : looks.getOrDefault(BoundedXml.number(id), PLAIN));
        }
        if (looks.size() > MOST || styles.size() > MOST) {
          throw WorkbookParts.tooLarge();
        }
      }
    }
    return new NumberFormats(styles, since1904);
  }

  /** A date as in ISO 8601, with its time where it has one; any other number in full. */
  String shown(int style, String value) throws UnreadableFile {
    BigDecimal number = number(value);
    Look look = style < styles.size() ? styles.get(style) : PLAIN;
    if (look.date()) {
      return date(number);
    }
    String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return plain.chars().allMatch(Character::isDigit)
        ? "0".repeat(Math.max(0, look.digits() - plain.length())) + plain
        : plain;
  }

  /** To the digits that a spreadsheet shows: 0.1 is kept as 0.10000000000000001. */
  private static BigDecimal number(String value) throws UnreadableFile {
    if (value.length() > LONGEST_NUMBER || !FORM.matcher(value).matches()) {
      throw WorkbookParts.damaged();
    }
    BigDecimal number = new BigDecimal(value).round(SHOWN);
    if (number.signum() != 0 && Math.abs(number.precision() - number.scale()) > WIDEST) {
      throw WorkbookParts.damaged();
    }
    return number;
  }

  private String date(BigDecimal days) throws UnreadableFile {
    if (days.signum() < 0 || days.compareTo(DAYS) >= 0) {
      throw new UnreadableFile(Kind.FORM, "A cell is shown as a date and holds none: mend it.");
    }
    int whole = days.intValue();
    long millis =
        days.subtract(BigDecimal.valueOf(whole))
            .multiply(MILLIS_A_DAY)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime date =
        LocalDateTime.of(day(whole), LocalTime.MIDNIGHT).plusSeconds(Math.round(millis / 1000.0));
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toString();
  }

  /** Day 1 is 1 January 1900, and day 60 its 29 February, which there never was. */
  private LocalDate day(int number) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1).plusDays(number);
    }
    return LocalDate.of(1899, 12, 31).plusDays(number >= DAY_THAT_NEVER_WAS ? number - 1L : number);
  }
}
