package org.mikromerit.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads a date-time with its offset (RFC 3339), of the years 1900 to 2999. Jackson's own reader
 * would take numbers too, and years that no document can carry.
 */
public final class DateTime extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  DateTime() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      try {
        var read = OffsetDateTime.parse(json.getText());
        if (read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR) {
          return read.toInstant().truncatedTo(ChronoUnit.MICROS);
        }
      } catch (DateTimeException _) {
        // Said below, without the value.
      }
    }
    throw MismatchedInputException.from(json, Instant.class, "not a date-time with its offset");
  }
}
