package org.mikromerit.issuer.delivery.rest;

import java.time.Instant;

/**
 * A claim code, on its way to its learner.
 *
 * @param code a secret, given out this once
 */
record ClaimCodeView(String code, Instant expiresAt) {}
