package org.mikromerit.credential.check;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.jsonld.CompactValues;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.proof.ProofResult;

/**
 * A credential that its issuer is known to have signed, as all later checks take it.
 *
 * @param document all that was signed and shown, in {@link CompactValues}, where the facts do not
 *     say enough
 * @param written the same as it was written, for who asks about that
 * @param form that its issuer signed
 * @param showing how it was shown to us
 * @param moment of the whole verification
 */
public record Proven(
    CredentialFacts facts,
    JsonObject document,
    JsonObject written,
    ProofResult.Holds proof,
    SignedForm form,
    Showing showing,
    Moment moment) {

  /**
   * When it was issued: when it was signed, and when it says that it began if that is before, for
   * who signs today for an earlier day must have been allowed to both then and now. What its issuer
   * lost between the signature and a later beginning takes nothing back.
   */
  List<Instant> issued() {
    Instant signed = proof.created();
    return facts.issuedAt().isBefore(signed) ? List.of(facts.issuedAt(), signed) : List.of(signed);
  }

  /** The moment that the verdict speaks of. */
  Instant asOf() {
    return moment.asOf();
  }
}
