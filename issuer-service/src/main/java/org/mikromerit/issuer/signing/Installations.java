package org.mikromerit.issuer.signing;

import java.time.Instant;
import java.util.Optional;

/** Keeps what the first key fixed. */
public interface Installations {

  /** The public address and the wrapping key's check value at the time of the first key. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Established(String publicUrl, byte[] wrappingCheck, Instant at) {}

  Optional<Established> find();

  void addIfFirst(Established established);
}
