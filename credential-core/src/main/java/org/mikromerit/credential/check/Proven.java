package org.mikromerit.credential.check;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.proof.ProofResult;

/**
 * A credential that its issuer is known to have signed, as all later checks take it.
 *
 * @param document all that was signed and shown, where the facts do not say enough
 * @param showing how it was shown to us
 * @param moment of the whole verification
 */
public record Proven(
    CredentialFacts facts,
    JsonObject document,
    ProofResult.Holds proof,
    Showing showing,
    Moment moment) {

  /** The moment that the verdict speaks of. */
  Instant asOf() {
    return moment.asOf();
  }
}
