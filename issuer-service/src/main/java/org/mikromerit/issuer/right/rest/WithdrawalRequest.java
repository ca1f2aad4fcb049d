package org.mikromerit.issuer.right.rest;

import org.jspecify.annotations.Nullable;

/**
 * Why a right is taken back.
 *
 * @param reason in plain words, at most 500 characters; the holder and every verifier are told it,
 *     so it names nobody
 */
record WithdrawalRequest(@Nullable String reason) {
  static final String EXAMPLE =
      """
      {"reason": "The assessors that were agreed on have left"}
      """;
}
