package org.mikromerit.credential.status;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.ProofResult;
import org.mikromerit.credential.proof.ProofVerifier;

/**
 * Reads a published status list and verifies its issuer's signature, once for all who then ask it
 * for bits.
 */
public final class StatusListVerifier {

  private final StrictJsonLd jsonLd;
  private final ProofVerifier proofs;

  public StatusListVerifier(StrictJsonLd jsonLd, ProofVerifier proofs) {
    this.jsonLd = jsonLd;
    this.proofs = proofs;
  }

  /** A list to rely on, or why there is none. */
  public sealed interface Reading {}

  /** Its issuer signed it. */
  public record Trusted(VerifiedStatusList list) implements Reading {}

  /** It is no status list, or nobody vouches for it. */
  public record Refused(Reason reason) implements Reading {}

  /** Why a list is not relied on. */
  public enum Reason {
    MALFORMED,
    BITS_UNREADABLE,
    PROOF_BROKEN,
    PROOF_UNCHECKED,
    NOT_YET_VALID
  }

  public Reading read(byte[] bytes, Instant now) {
    try {
      JsonObject document = StrictJson.parse(bytes, Bounds.STATUS_LIST);
      CoveredDocument covered = jsonLd.cover(ProofVerifier.withoutProof(document));
      Optional<Claimed> claimed = claimed(covered.json());
      return claimed.isEmpty()
          ? new Refused(Reason.MALFORMED)
          : switch (proofs.verify(document, covered, claimed.get().issuer, now)) {
            case ProofResult.Fails fails ->
                new Refused(
                    fails.fault().isBroken() ? Reason.PROOF_BROKEN : Reason.PROOF_UNCHECKED);
            case ProofResult.Holds _ when claimed.get().from.isAfter(now) ->
                new Refused(Reason.NOT_YET_VALID);
            // Not broken: what an issuer signed just when it replaced its key may be told anew.
            case ProofResult.Holds holds when !holds.key().wasInUseAt(claimed.get().from) ->
                new Refused(Reason.PROOF_UNCHECKED);
            case ProofResult.Holds holds -> unpacked(claimed.get(), holds);
          };
    } catch (MalformedJson | NotCovered _) {
      return new Refused(Reason.MALFORMED);
    }
  }

  /** What a list says of itself, its bits still packed: what nobody signed is not unpacked. */
  private record Claimed(
      URI url, Did issuer, StatusPurpose purpose, String packed, Instant from, Instant until) {}

  private static Reading unpacked(Claimed list, ProofResult.Holds proof) {
    return StatusBits.decode(list.packed)
        .<Reading>map(
            bits ->
                new Trusted(
                    new VerifiedStatusList(
                        new StatusListCredential(
                            list.url, list.issuer, list.purpose, bits, list.from, list.until),
                        proof.method())))
        .orElseGet(() -> new Refused(Reason.BITS_UNREADABLE));
  }

  private static Optional<Claimed> claimed(JsonObject json) {
    Optional<JsonObject> subject = JsonTree.child(json, "credentialSubject");
    if (subject.isEmpty()
        || !JsonTree.hasType(json, "VerifiableCredential")
        || !JsonTree.hasType(json, StatusListCredential.TYPE)
        || !JsonTree.hasType(subject.get(), StatusListCredential.SUBJECT_TYPE)) {
      return Optional.empty();
    }
    Optional<URI> url = JsonTree.text(json, "id").flatMap(StatusListVerifier::uri);
    Optional<Did> issuer = Did.issuerOf(json);
    Optional<StatusPurpose> purpose =
        JsonTree.text(subject.get(), "statusPurpose").flatMap(StatusPurpose::parse);
    Optional<String> packed = JsonTree.text(subject.get(), "encodedList");
    Optional<Instant> from = JsonTree.text(json, "validFrom").flatMap(Instants::parse);
    // Without an end a list could be replayed for ever.
    Optional<Instant> until = JsonTree.text(json, "validUntil").flatMap(Instants::parse);
    boolean whole =
        url.isPresent()
            && issuer.isPresent()
            && purpose.isPresent()
            && packed.isPresent()
            && from.isPresent()
            && until.isPresent()
            && until.get().isAfter(from.get());
    return whole
        ? Optional.of(
            new Claimed(
                url.get(), issuer.get(), purpose.get(), packed.get(), from.get(), until.get()))
        : Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
