package org.mikromerit.issuer.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a decimal exactly as it is written, as a number or as a string. Exponents and long tails
 * are refused, since arithmetic on 1e1000000000 costs more than the request is worth.
 */
final class ExactDecimal extends StdScalarDeserializer<BigDecimal> {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");

  ExactDecimal() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    String written = json.currentToken().isScalarValue() ? json.getText() : "";
    if (!PLAIN.matcher(written).matches()) {
      throw MismatchedInputException.from(
          json,
          BigDecimal.class,
          "a decimal with at most six digits before and two after the point");
    }
    return new BigDecimal(written);
  }
}
