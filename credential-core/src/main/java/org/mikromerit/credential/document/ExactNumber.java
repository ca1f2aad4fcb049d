package org.mikromerit.credential.document;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import org.mikromerit.credential.document.MalformedJson.Code;

/**
 * A number that a reader with 64-bit floating point holds exactly as written.
 *
 * <p>RDF sees a JSON number through such a float. A digit beyond its precision would be outside the
 * signature, so numbers that have one are refused.
 */
final class ExactNumber {

  private static final int DIGITS_OF_A_DOUBLE = 15;
  private static final int LARGEST_EXPONENT = 300;
  private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf((1L << 53) - 1);

  private ExactNumber() {}

  static JsonNumber read(String text) throws MalformedJson {
    BigDecimal number = number(text);
    if (number.signum() == 0) {
      if (text.startsWith("-")) {
        throw inexact("negative zero");
      }
      return JsonTree.number(0);
    }
    // Before anything else, so that 1e999999999 is never written out.
    if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      throw inexact("a number beyond a double's range");
    }
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.scale() <= 0) {
      if (shortest.abs().compareTo(LARGEST_INTEGER) > 0) {
        throw inexact("an integer beyond 2^53");
      }
      // 1.0 and 1 are one number to RDF, so they are one to us.
      return JsonTree.number(shortest.longValueExact());
    }
    if (shortest.precision() > DIGITS_OF_A_DOUBLE) {
      throw inexact("more digits than a double holds");
    }
    return JsonTree.number(shortest);
  }

  private static BigDecimal number(String text) throws MalformedJson {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw inexact("a number beyond all bounds");
    }
  }

  private static MalformedJson inexact(String message) {
    return new MalformedJson(Code.INEXACT_NUMBER, message);
  }
}
