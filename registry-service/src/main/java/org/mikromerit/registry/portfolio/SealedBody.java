package org.mikromerit.registry.portfolio;

/** A document that only its learner's key opens. */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record SealedBody(byte[] nonce, byte[] ciphertext) {}
