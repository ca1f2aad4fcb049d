package org.mikromerit.portal.page;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Constants that services write in lower case or with hyphens. */
public final class Coded {
  private Coded() {}

  /**
   * The constant of a code.
   *
   * @param otherwise what stands for a code that came after this page was written
   */
  public static <E extends Enum<E>> E of(Class<E> values, @Nullable String code, E otherwise) {
    String name = code == null ? "" : code.toUpperCase(Locale.ROOT).replace('-', '_');
    return Stream.of(values.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }
}
