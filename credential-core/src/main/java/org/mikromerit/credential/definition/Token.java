package org.mikromerit.credential.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A controlled value, which documents and requests write in lower case with hyphens: {@code
 * job-task}.
 */
public interface Token {

  /** The name that Java gives it, as every enum has one. */
  String name();

  default String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value that the text writes; empty if there is none. */
  static <T extends Enum<T> & Token> Optional<T> parse(Class<T> values, String text) {
    return Stream.of(values.getEnumConstants())
        .filter(value -> value.token().equals(text))
        .findFirst();
  }
}
