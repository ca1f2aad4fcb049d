package org.mikromerit.verification.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What rules are given in a request; empty for what they cannot use. */
final class Values {

  private static final int MOST = 100;
  private static final int LONGEST = 500;

  private Values() {}

  static Optional<String> text(JsonValue value) {
    return value instanceof JsonString text && text.getString().length() <= LONGEST
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /** At least one text. */
  static Optional<Set<String>> texts(JsonValue value) {
    if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > MOST) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonValue each : array) {
      Optional<String> text = text(each);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  static Optional<Integer> number(JsonValue value, int least, int most) {
    return value instanceof JsonNumber number
            && number.isIntegral()
            && number.bigIntegerValue().bitLength() < Integer.SIZE - 1
            && number.intValue() >= least
            && number.intValue() <= most
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** True, since a rule that is not wanted is left out. */
  static Optional<Boolean> wanted(JsonValue value) {
    return JsonValue.TRUE.equals(value) ? Optional.of(true) : Optional.empty();
  }
}
