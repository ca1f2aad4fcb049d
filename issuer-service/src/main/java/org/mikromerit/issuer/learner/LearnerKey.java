package org.mikromerit.issuer.learner;

import java.util.UUID;
import org.mikromerit.kit.sealing.Sealing;

/** One learner's key. What it sealed is bound to its credential and opens as no other. */
public final class LearnerKey {
  private final UUID id;
  private final Sealing sealing;

  LearnerKey(UUID id, Sealing sealing) {
    this.id = id;
    this.sealing = sealing;
  }

  public UUID id() {
    return id;
  }

  public byte[] seal(UUID credential, byte[] body) {
    return sealing.seal(body, credential.toString());
  }

  /** Opens a body that this key sealed for this credential; anything else throws. */
  public byte[] open(UUID credential, byte[] sealed) {
    return sealing.open(sealed, credential.toString());
  }
}
