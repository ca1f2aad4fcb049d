package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialClaims;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;

/**
 * The holder's own signature over what is shown, for one verifier on one occasion (RFC 9901,
 * section 4.3). That a nonce is accepted once is the business of the verifier who made it up.
 */
public final class KeyBinding {

  private static final String TYPE = "kb+jwt";
  private static final String HASH = "sd_hash";
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private KeyBinding() {}

  /** What is shown, signed by its holder. */
  public static SdJwt bind(SdJwt shown, SigningKey holder, HolderChallenge challenge, Instant now) {
    JsonObject claims =
        JsonTree.object()
            .add("iat", JsonTree.number(now.getEpochSecond()))
            .add("aud", challenge.audience())
            .add("nonce", challenge.nonce())
            .add(HASH, Digests.of(shown.presented()))
            .build();
    return shown.bound(CompactJws.signUnnamed(TYPE, StrictJson.write(claims), holder));
  }

  /** Names a key as the holder's, for the issuer to sign (RFC 7800, section 3.2). */
  static JsonObject confirmation(PublicKey holder) {
    return JsonTree.object().add(CredentialClaims.CONFIRMATION_KEY, Jwk.of(holder)).build();
  }

  /**
   * Whether who shows this has the holder's key.
   *
   * @param signed the claims that the issuer signed, as they stand
   * @param challenge what the verifier wanted signed; empty if it did not ask
   */
  static HolderBinding check(
      SdJwt shown, JsonObject signed, Optional<HolderChallenge> challenge, Instant now) {
    HolderBinding found = check(shown, signed, now, challenge);
    return challenge.isPresent() ? found.asked() : found;
  }

  private static HolderBinding check(
      SdJwt shown, JsonObject signed, Instant now, Optional<HolderChallenge> challenge) {
    boolean named = signed.containsKey(CredentialClaims.CONFIRMATION);
    if (shown.keyBinding().isEmpty()) {
      return named ? HolderBinding.NOT_SHOWN : HolderBinding.BEARER;
    }
    if (!named) {
      return HolderBinding.MALFORMED;
    }
    Optional<PublicKey> key = CredentialClaims.confirmationKey(signed);
    if (key.isEmpty()) {
      return HolderBinding.KEY_UNKNOWN;
    }
    Optional<CompactJws> binding = CompactJws.parseUnnamed(shown.keyBinding().get());
    if (binding.isEmpty()) {
      return HolderBinding.MALFORMED;
    }
    Optional<byte[]> claims = binding.get().payload(TYPE, key.get());
    return claims.isEmpty() ? HolderBinding.SIGNATURE : check(shown, claims.get(), challenge, now);
  }

  private static HolderBinding check(
      SdJwt shown, byte[] payload, Optional<HolderChallenge> challenge, Instant now) {
    JsonObject claims;
    try {
      claims = StrictJson.parse(payload);
    } catch (MalformedJson _) {
      return HolderBinding.MALFORMED;
    }
    Optional<Instant> issuedAt = Instants.ofNumericDate(claims.get("iat"));
    if (issuedAt.isEmpty()) {
      return HolderBinding.MALFORMED;
    }
    if (!is(claims, HASH, Digests.of(shown.presented()))) {
      return HolderBinding.OTHER_PRESENTATION;
    }
    if (challenge.isEmpty()) {
      return HolderBinding.NOBODY_ASKED;
    }
    if (!is(claims, "aud", challenge.get().audience())) {
      return HolderBinding.OTHER_AUDIENCE;
    }
    if (!is(claims, "nonce", challenge.get().nonce())) {
      return HolderBinding.OTHER_NONCE;
    }
    return isOfNow(claims, issuedAt.get(), now) ? HolderBinding.SHOWN : HolderBinding.OTHER_TIME;
  }

  private static boolean is(JsonObject claims, String claim, String value) {
    return JsonTree.text(claims, claim).equals(Optional.of(value));
  }

  private static boolean isOfNow(JsonObject claims, Instant issuedAt, Instant now) {
    return !issuedAt.isBefore(now.minus(OLDEST))
        && !issuedAt.isAfter(now.plus(OLDEST))
        // A time that cannot be read is none that it holds at (RFC 7519, sections 4.1.4, 4.1.5).
        && (!claims.containsKey("exp")
            || Instants.ofNumericDate(claims.get("exp")).filter(now::isBefore).isPresent())
        && (!claims.containsKey("nbf")
            || Instants.ofNumericDate(claims.get("nbf"))
                .filter(from -> !from.isAfter(now.plus(OLDEST)))
                .isPresent());
  }
}
