package org.mikromerit.credential.presentation;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.presentation.HolderProof.Answer;
import org.mikromerit.credential.presentation.HolderProof.Asked;
import org.mikromerit.credential.presentation.HolderProof.Fault;
import org.mikromerit.credential.proof.DidKeys;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;

/**
 * A presentation whose every byte its holder signed, as the payload of a JWT (Securing Verifiable
 * Credentials using JOSE and COSE, section 3.1.2). What was asked for stands in {@code nonce} and
 * {@code aud}.
 */
public final class PresentationJwt {
  private static final String TYPE = "vp+jwt";
  private static final String DATA_URL = "data:application/vp+jwt,";
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** RFC 7519, section 4.1, and the challenge: beside the presentation's own members. */
  private static final List<String> CLAIMS =
      List.of("iss", "sub", "aud", "jti", "nbf", "exp", "iat", "nonce");

  private final CompactJws jws;
  private final StrictJsonLd jsonLd = StrictJsonLd.standard();
  // Keys that are in the identifiers: of no other do we know that it is for authentication.
  private final IssuerKeys keys = new DidKeys(_ -> new IssuerKeys.UnknownIssuer());

  private PresentationJwt(CompactJws jws) {
    this.jws = jws;
  }

  /** What came of it. */
  public sealed interface Result {}

  /** Its holder signed it. */
  public record Shown(Presentation presentation, HolderProof.Proven holder) implements Result {}

  /** It is not as it should be, so that nothing in it is looked at. */
  public record Refused(Answer because) implements Result {}

  /** The holder signed what is no presentation that we read. */
  public record Unread(Presentation.NotRead because) implements Result {}

  /** The token in its form; empty if it has another. */
  public static Optional<PresentationJwt> parse(String token) {
    return CompactJws.parse(token).filter(jws -> jws.type().equals(TYPE)).map(PresentationJwt::new);
  }

  /**
   * The token within an enveloped presentation (VCDM 2.0, section 4.13.2); empty if the document is
   * none.
   */
  public static Optional<String> enveloped(JsonObject document) {
    return JsonTree.hasType(document, "EnvelopedVerifiablePresentation")
        ? JsonTree.text(document, "id")
            .filter(id -> id.startsWith(DATA_URL))
            .map(id -> id.substring(DATA_URL.length()))
        : Optional.empty();
  }

  public Result open(Asked asked, Instant now) {
    return switch (keys.find(jws.key())) {
      case IssuerKeys.Held held ->
          jws.payload(TYPE, held.key())
              .map(payload -> signed(payload, asked, now))
              .orElseGet(() -> refused(Fault.PROOF_BROKEN));
      case IssuerKeys.NotTheirs _ -> refused(Fault.PROOF_BROKEN);
      case IssuerKeys.UnknownIssuer _ ->
          new Refused(new HolderProof.Undecided(ProofFault.UNKNOWN_ISSUER));
      case IssuerKeys.Unavailable _ ->
          new Refused(new HolderProof.Undecided(ProofFault.KEYS_UNAVAILABLE));
    };
  }

  private Result signed(byte[] payload, Asked asked, Instant now) {
    JsonObject claims;
    try {
      claims = StrictJson.parse(payload);
    } catch (MalformedJson _) {
      return refused(Fault.PROOF_BROKEN);
    }
    JsonObjectBuilder document = JsonTree.object(claims);
    CLAIMS.forEach(document::remove);
    return switch (Presentation.read(document.build())) {
      case Presentation.Read(Presentation presentation) ->
          fault(presentation, claims, asked, now)
              .<Result>map(PresentationJwt::refused)
              .orElseGet(
                  () ->
                      new Shown(
                          presentation,
                          new HolderProof.Proven(signer(), asked.challenge().isPresent())));
      case Presentation.NotRead unread -> new Unread(unread);
    };
  }

  private Optional<Fault> fault(
      Presentation presentation, JsonObject claims, Asked asked, Instant now) {
    if (!isSigner(presentation.holder()) || !repeats(claims, presentation)) {
      return Optional.of(Fault.HOLDER_DIFFERS);
    }
    if (presentation.holder() == null && presentation.includesWordOf(signer())) {
      return Optional.of(Fault.HOLDER_MISSING);
    }
    if (!answers(claims, "nonce", asked.challenge())) {
      return Optional.of(Fault.CHALLENGE_DIFFERS);
    }
    if (!answers(claims, "aud", asked.domain())) {
      return Optional.of(Fault.DOMAIN_DIFFERS);
    }
    return isInTime(claims, now) ? notCovered(presentation) : Optional.of(Fault.NOT_IN_TIME);
  }

  private boolean isSigner(@Nullable Did holder) {
    return holder == null || holder.equals(signer());
  }

  /** Two readers must not find two holders, or two presentations, in one token. */
  private boolean repeats(JsonObject claims, Presentation presentation) {
    return repeats(claims, "iss", Optional.of(signer().value()))
        && repeats(claims, "sub", Optional.of(signer().value()))
        && repeats(claims, "jti", JsonTree.text(presentation.document(), "id"));
  }

  private static boolean repeats(JsonObject claims, String claim, Optional<String> value) {
    return !claims.containsKey(claim)
        || (value.isPresent() && JsonTree.text(claims, claim).equals(value));
  }

  private static boolean answers(JsonObject claims, String claim, Optional<String> asked) {
    return asked.isEmpty() || JsonTree.texts(claims, claim).contains(asked.get());
  }

  private static boolean isInTime(JsonObject claims, Instant now) {
    for (String claim : List.of("iat", "nbf", "exp")) {
      Optional<Instant> time = Instants.ofNumericDate(claims.get(claim));
      if (claims.containsKey(claim) && time.isEmpty()) {
        return false;
      }
      boolean ends = claim.equals("exp");
      if (time.isPresent()
          && (ends ? !time.get().isAfter(now) : time.get().isAfter(now.plus(CLOCK_SKEW)))) {
        return false;
      }
    }
    return true;
  }

  /** Its every byte is signed; but what a processor of JSON-LD would drop says nothing to it. */
  private Optional<Fault> notCovered(Presentation presentation) {
    try {
      var _ = jsonLd.coverPresentation(presentation.document());
      return Optional.empty();
    } catch (NotCovered _) {
      return Optional.of(Fault.NOT_COVERED);
    }
  }

  private Did signer() {
    return jws.key().did();
  }

  private static Refused refused(Fault fault) {
    return new Refused(new HolderProof.Refused(fault));
  }
}
