package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialClaims;
import org.mikromerit.credential.jwt.JwtVerifier;
import org.mikromerit.credential.jwt.TokenSignature;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;

/**
 * Checks the signature of a credential in an SD-JWT, that whatever is shown was signed, and whether
 * its holder shows it (RFC 9901, section 7.3).
 */
public final class SdJwtVerifier {

  private final IssuerKeys keys;

  public SdJwtVerifier(IssuerKeys keys) {
    this.keys = keys;
  }

  /** What came of it. */
  public sealed interface Result {}

  /**
   * The issuer signed what is shown of this credential.
   *
   * @param named as {@link JwtVerifier.Signed} has it
   * @param partly whether something is kept back, or could be
   * @param mayHide what could be among what is kept back
   */
  public record Shown(
      JsonObject credential,
      ProofResult.Holds proof,
      HolderBinding holder,
      Set<Did> named,
      boolean partly,
      Set<Withheld> mayHide)
      implements Result {}

  /** It does not hold, or nobody here can tell. */
  public record Refused(ProofFault fault) implements Result {}

  /**
   * Checks a text.
   *
   * @param challenge what the verifier wants the holder to have signed; empty if it did not ask
   */
  public Result verify(String text, Optional<HolderChallenge> challenge, Moment moment) {
    Optional<SdJwt> shown = SdJwt.parse(text);
    Optional<CompactJws> token = shown.flatMap(SdJwt::issuerSigned);
    if (shown.isEmpty() || token.isEmpty()) {
      return new Refused(ProofFault.MALFORMED);
    }
    // Whatever else is signed in this way, such as dc+sd-jwt, has a reader of its own or none.
    if (!token.get().type().equals(SdJwtCredential.TYPE)) {
      return new Refused(ProofFault.UNKNOWN_SUITE);
    }
    return switch (TokenSignature.check(token.get(), keys)) {
      case TokenSignature.Fails fails -> new Refused(fails.fault());
      case TokenSignature.Holds signature -> verify(shown.get(), signature, challenge, moment);
    };
  }

  private static Result verify(
      SdJwt shown,
      TokenSignature.Holds signature,
      Optional<HolderChallenge> challenge,
      Moment moment) {
    JsonObject signed = signature.claims();
    try {
      Disclosed disclosed = Disclosed.of(signed, shown.disclosures());
      // Once more through the reader, whose bounds hold for the whole and not only for the parts.
      JsonObject claims = StrictJson.parse(StrictJson.write(disclosed.claims()));
      if (claims.containsKey(CredentialClaims.CONFIRMATION)
          && !signed.containsKey(CredentialClaims.CONFIRMATION)) {
        // Else its holder could choose to have it bound or not.
        return new Refused(ProofFault.DISCLOSURES);
      }
      return switch (CredentialClaims.judge(claims, disclosed.isPartial(), signature, moment)) {
        case JwtVerifier.Refused refused -> new Refused(refused.fault());
        case JwtVerifier.Signed credential ->
            new Shown(
                credential.credential(),
                credential.proof(),
                binding(shown, signed, disclosed, challenge, moment),
                credential.named(),
                disclosed.isPartial(),
                Stream.of(Withheld.values())
                    .filter(each -> disclosed.mayWithhold(each.members()))
                    .collect(Collectors.toUnmodifiableSet()));
      };
    } catch (UnsoundDisclosures _) {
      return new Refused(ProofFault.DISCLOSURES);
    } catch (MalformedJson _) {
      return new Refused(ProofFault.MALFORMED);
    }
  }

  // Nobody should sign such a thing; who does must not make a bound credential look like another.
  private static HolderBinding binding(
      SdJwt shown,
      JsonObject signed,
      Disclosed disclosed,
      Optional<HolderChallenge> challenge,
      Moment moment) {
    HolderBinding found = KeyBinding.check(shown, signed, challenge, moment.checkedAt());
    return found == HolderBinding.BEARER && disclosed.mayWithhold(CredentialClaims.CONFIRMATION)
        ? HolderBinding.MAY_BE_WITHHELD
        : found;
  }
}
