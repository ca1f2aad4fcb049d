package org.mikromerit.issuer.signing.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when somebody else may have had a key.
 *
 * @param since the earliest moment that cannot be ruled out
 */
record CompromiseRequest(@Nullable Instant since) {
  static final String EXAMPLE =
      """
      {"since": "2026-10-01T06:00:00Z"}
      """;
}
