package org.mikromerit.issuer.right.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.http.DateTime;

/**
 * A right to grant.
 *
 * @param holder the organisation that may issue
 * @param versions that may be issued, at most 100; none means all, also those to come
 * @param validFrom when issuing begins, not in the past; left out for now
 * @param validUntil when it ends by itself; left out for never
 */
record OfferRequest(
    @Nullable UUID holder,
    @Nullable List<@Nullable Integer> versions,
    @JsonDeserialize(using = DateTime.class) @Nullable Instant validFrom,
    @JsonDeserialize(using = DateTime.class) @Nullable Instant validUntil) {
  static final String EXAMPLE =
      """
      {"holder": "0190a000-0000-7000-8000-000000000002", "versions": [1], "validUntil": "2099-06-30T22:00:00Z"}
      """;
}
