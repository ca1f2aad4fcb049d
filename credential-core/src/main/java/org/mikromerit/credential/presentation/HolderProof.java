package org.mikromerit.credential.presentation;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;
import org.mikromerit.credential.proof.ProofVerifier;

/**
 * Whether it was the holder who showed a presentation, and to whom it was asked to be shown (VC
 * Data Integrity 1.0, section 2.1: purpose, challenge and domain).
 *
 * <p>That a challenge is used once is for who made it to see to: nothing is remembered here.
 */
public final class HolderProof {
  private final StrictJsonLd jsonLd;
  private final ProofVerifier proofs;

  HolderProof(StrictJsonLd jsonLd, ProofVerifier proofs) {
    this.jsonLd = jsonLd;
    this.proofs = proofs;
  }

  /**
   * With all suites and contexts that the program knows; holders are named by did:key or did:jwk.
   */
  public static HolderProof standard() {
    return new HolderProof(StrictJsonLd.standard(), ProofVerifier.ofAuthentication());
  }

  /**
   * What who asked for the presentation asked for.
   *
   * @param challenge empty if none was given, and then nothing tells an old presentation from a new
   */
  public record Asked(Optional<String> challenge, Optional<String> domain) {}

  /** Who showed it. */
  public sealed interface Answer {}

  /**
   * The holder signed it.
   *
   * @param fresh whether for the challenge that was given
   */
  public record Proven(Did holder, boolean fresh) implements Answer {}

  /** Nobody signed it: whoever had the credentials may show them. */
  public record Unsigned() implements Answer {}

  /** It is signed, and not as it should be. */
  public record Refused(Fault fault) implements Answer {}

  /** A proof of it is not known to hold, nor not to. */
  public record Undecided(ProofFault fault) implements Answer {}

  /** What is wrong. */
  public enum Fault {
    /** The proof is broken, malformed, of another purpose, or its key is not the holder's. */
    PROOF_BROKEN,
    /** A member would not be covered by the signature. */
    NOT_COVERED,
    /** It was shown in answer to another challenge, or to none. */
    CHALLENGE_DIFFERS,
    /** It was shown to somebody else. */
    DOMAIN_DIFFERS,
    /** A challenge was given, and nobody signed it. */
    PROOF_MISSING,
    /** Somebody else signed than is said to hold it. */
    HOLDER_DIFFERS,
    /** The holder's own word is among the credentials, and the holder is not named. */
    HOLDER_MISSING,
    /** It was made to expire and did, or begins later than now. */
    NOT_IN_TIME
  }

  public Answer of(Presentation presentation, Asked asked, Instant now) {
    List<JsonObject> signed = JsonTree.children(presentation.document(), "proof");
    if (signed.size() != JsonTree.oneOrMany(presentation.document(), "proof").size()) {
      return new Refused(Fault.PROOF_BROKEN);
    }
    if (signed.isEmpty()) {
      boolean asksForOne = asked.challenge().isPresent() || asked.domain().isPresent();
      return asksForOne || presentation.document().containsKey("proof")
          ? new Refused(Fault.PROOF_MISSING)
          : unsigned(presentation);
    }
    Optional<Did> signer =
        JsonTree.text(signed.getFirst(), "verificationMethod")
            .flatMap(VerificationMethodId::parse)
            .map(VerificationMethodId::did);
    if (signer.isEmpty()) {
      return new Refused(Fault.PROOF_BROKEN);
    }
    return of(presentation, signed, signer.get(), asked, now);
  }

  /** What stands around the credentials must be sound, though nobody signed it. */
  private Answer unsigned(Presentation presentation) {
    try {
      var _ =
          jsonLd.cover(
              JsonTree.object(presentation.document()).remove(Presentation.CREDENTIALS).build());
      return new Unsigned();
    } catch (NotCovered _) {
      return new Refused(Fault.NOT_COVERED);
    }
  }

  private Answer of(
      Presentation presentation, List<JsonObject> signed, Did signer, Asked asked, Instant now) {
    Did holder = presentation.holder() == null ? signer : presentation.holder();
    if (!holder.equals(signer)) {
      return new Refused(Fault.HOLDER_DIFFERS);
    }
    if (presentation.holder() == null && presentation.includesWordOf(signer)) {
      return new Refused(Fault.HOLDER_MISSING);
    }
    // Every proof, or a presentation for one could be given to another by adding a proof.
    if (!signed.stream().allMatch(proof -> answers(proof, "challenge", asked.challenge()))) {
      return new Refused(Fault.CHALLENGE_DIFFERS);
    }
    if (!signed.stream().allMatch(proof -> answers(proof, "domain", asked.domain()))) {
      return new Refused(Fault.DOMAIN_DIFFERS);
    }
    return verify(presentation, holder, asked, now);
  }

  private static boolean answers(JsonObject proof, String member, Optional<String> asked) {
    return asked.isEmpty() || JsonTree.texts(proof, member).contains(asked.get());
  }

  private Answer verify(Presentation presentation, Did holder, Asked asked, Instant now) {
    try {
      CoveredDocument covered =
          jsonLd.coverPresentation(ProofVerifier.withoutProof(presentation.document()));
      return switch (proofs.verify(presentation.document(), covered, holder, now)) {
        case ProofResult.Holds holds when holds.othersUnchecked() ->
            new Undecided(ProofFault.UNKNOWN_SUITE);
        case ProofResult.Holds _ -> new Proven(holder, asked.challenge().isPresent());
        case ProofResult.Fails fails ->
            fails.fault().isBroken()
                ? new Refused(Fault.PROOF_BROKEN)
                : new Undecided(fails.fault());
      };
    } catch (NotCovered _) {
      return new Refused(Fault.NOT_COVERED);
    }
  }
}
