package org.mikromerit.issuer.right.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.http.DateTime;

/**
 * The terms of a right, whole.
 *
 * @param versions that may be issued, at most 100; none means all, also those to come
 * @param validFrom when issuing begins; left out for as it was
 * @param validUntil when it ends by itself; left out for never
 */
record TermsRequest(
    @Nullable List<@Nullable Integer> versions,
    @JsonDeserialize(using = DateTime.class) @Nullable Instant validFrom,
    @JsonDeserialize(using = DateTime.class) @Nullable Instant validUntil) {
  static final String EXAMPLE =
      """
      {"versions": [], "validUntil": "2098-06-30T22:00:00Z"}
      """;
}
