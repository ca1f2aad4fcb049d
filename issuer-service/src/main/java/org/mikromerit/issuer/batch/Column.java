package org.mikromerit.issuer.batch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a batch's file, with the field of a single issue's request that it stands for. */
public enum Column {
  GIVEN_NAME("/recipient/givenName"),
  FAMILY_NAME("/recipient/familyName"),
  IDENTIFIER_TYPE("/recipient/identifier/type"),
  IDENTIFIER("/recipient/identifier"),
  AWARDED_AT("/awardedAt"),
  GRADE("/result/grade"),
  GRADE_SCHEME("/result/scheme"),
  EXTERNAL_REFERENCE("/externalReference"),
  EVIDENCE_STATEMENT("/evidenceStatement"),
  DEFINITION("/definition"),
  VERSION("/definition/version");

  /** Without which a file cannot be a batch. */
  public static final List<Column> REQUIRED =
      List.of(GIVEN_NAME, FAMILY_NAME, IDENTIFIER_TYPE, IDENTIFIER, AWARDED_AT);

  private final String pointer;

  Column(String pointer) {
    this.pointer = pointer;
  }

  /** As it stands in the file's first row. */
  public String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column with a heading, however its letters and blanks are written. */
  public static Optional<Column> headed(String heading) {
    String wanted = heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(values()).filter(column -> column.heading().equals(wanted)).findFirst();
  }

  /** The column that a JSON pointer into a request for one issue is about. */
  static Optional<Column> at(String pointer) {
    return Arrays.stream(values())
        .filter(
            column -> column.pointer.equals(pointer) || pointer.startsWith(column.pointer + "/"))
        .max(Comparator.comparingInt(column -> column.pointer.length()));
  }
}
