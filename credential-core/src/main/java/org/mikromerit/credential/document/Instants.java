package org.mikromerit.credential.document;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in documents: xsd:dateTime with a time zone (VCDM 2.0, section 4.9; Open Badges'
 * DateTimeZ).
 */
public final class Instants {

  // Four digits of year and no 24:00 or leap second: what every implementation reads alike.
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})");
  private static final String WRITTEN = "2026-03-02T09:30:15Z";
  private static final int LAST_YEAR = 9999;
  private static final BigDecimal LAST_SECOND =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  private Instants() {}

  public static Optional<Instant> parse(String text) {
    if (!DATE_TIME.matcher(text).matches() || text.startsWith("24", 11)) {
      return Optional.empty();
    }
    try {
      boolean asWeWrite = text.length() == WRITTEN.length() && text.endsWith("Z");
      return Optional.of(asWeWrite ? written(text) : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** By its places: a formatter takes as long for a time as a verdict has for all of its checks. */
  private static Instant written(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** A NumericDate (RFC 7519, section 2) of whole seconds, of the years 1970 to 9999. */
  public static Optional<Instant> ofNumericDate(@Nullable JsonValue value) {
    return value instanceof JsonNumber number && number.isIntegral()
        ? Optional.of(number.bigDecimalValue())
            .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0)
            .map(seconds -> Instant.ofEpochSecond(seconds.longValueExact()))
        : Optional.empty();
  }

  /**
   * In UTC, to the second: finer times say more about the server than about the award.
   *
   * @throws IllegalArgumentException for a year that has not four digits
   */
  public static String write(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    if (!DATE_TIME.matcher(text).matches()) {
      throw new IllegalArgumentException("a time beyond the year " + LAST_YEAR);
    }
    return text;
  }
}
