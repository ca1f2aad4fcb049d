package org.mikromerit.kit.fault;

import java.util.regex.Pattern;

/**
 * Where a process is to die: at the given pass of a named place.
 *
 * @param pass from 1
 */
record FaultPoint(String name, long pass) {
  private static final Pattern FORM = Pattern.compile("([a-z][a-z-]{0,39})(?::([1-9][0-9]{0,8}))?");

  /**
   * Reads {@code name} or {@code name:pass}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static FaultPoint parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("mikromerit.fault-point is a name, or name:pass");
    }
    String pass = parts.group(2);
    return new FaultPoint(parts.group(1), pass == null ? 1 : Long.parseLong(pass));
  }
}
