package org.mikromerit.issuer.status.rest;

import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.RevocationReason;

/**
 * Why a credential is taken back.
 *
 * @param note for the institution itself, at most 500 characters; told to nobody
 */
record RevocationRequest(@Nullable RevocationReason reason, @Nullable String note) {
  static final String EXAMPLE =
      """
      {"reason": "error", "note": "Entered for the wrong course"}
      """;
}
