package org.mikromerit.verification.verdict.rest;

import org.jspecify.annotations.Nullable;

/**
 * Which credential is meant.
 *
 * @param id as it stands in the document
 */
record IdRequest(@Nullable String id) {
  static final String EXAMPLE =
      """
      {"id": "urn:uuid:0190a000-0000-7000-8000-00000000c0de"}
      """;
}
