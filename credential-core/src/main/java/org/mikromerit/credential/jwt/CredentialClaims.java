package org.mikromerit.credential.jwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.lint.Lint;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;

/**
 * The claims of a token whose payload is a credential: its own members, and beside them those that
 * RFC 7519 and RFC 7800 know.
 */
public final class CredentialClaims {

  /** RFC 7800, section 3.1: the key of whom the credential is about. */
  public static final String CONFIRMATION = "cnf";

  /** Within it. */
  public static final String CONFIRMATION_KEY = "jwk";

  /** RFC 7519, section 4.1: beside the credential's own members, whose values they repeat. */
  public static final Set<String> REGISTERED =
      Set.of("iss", "sub", "jti", "nbf", "exp", "iat", "aud", CONFIRMATION);

  /** RFC 9901, section 4: of SD-JWTs alone. */
  private static final Set<String> OF_DIGESTS = Set.of("_sd", "_sd_alg", "...");

  private final JsonObject json;
  private final boolean partly;
  private final JsonObject credential;

  private CredentialClaims(JsonObject json, boolean partly) {
    this.json = json;
    this.partly = partly;
    JsonObjectBuilder own = JsonTree.object(json);
    REGISTERED.forEach(own::remove);
    this.credential = own.build();
  }

  /**
   * Looks at a credential that is to be signed as a token's claims.
   *
   * @throws IllegalArgumentException if it is another's, has members that a token has for itself or
   *     a proof of its own, or {@link Lint} finds fault with it
   */
  public static void requireSignable(JsonObject credential, Did issuer) {
    if (!Did.issuerOf(credential).equals(Optional.of(issuer))) {
      throw new IllegalArgumentException("the key is not of the credential's issuer");
    }
    if (!Collections.disjoint(credential.keySet(), REGISTERED)
        || !Collections.disjoint(credential.keySet(), Set.of("proof", "vc", "vp"))) {
      throw new IllegalArgumentException("the credential has members that only a token has");
    }
    Lint.require(credential);
  }

  /**
   * The credential among a token's claims, if whose it is and what the claims say beside it agree.
   *
   * @param claims as they are to be read, which for an SD-JWT is after its disclosures
   * @param partly whether the credential may have more members than are shown
   * @param signature of the token that they came in
   */
  public static JwtVerifier.Result judge(
      JsonObject claims, boolean partly, TokenSignature.Holds signature, Moment moment) {
    return new CredentialClaims(claims, partly).judge(signature, moment);
  }

  private JwtVerifier.Result judge(TokenSignature.Holds signature, Moment moment) {
    if (json.containsKey("vc") || json.containsKey("vp") || isOfDigests(json)) {
      // Another form: of the data model 1.1, whose claims say other things, or an SD-JWT of which
      // somebody took the disclosures.
      return new JwtVerifier.Refused(ProofFault.UNKNOWN_SUITE);
    }
    if (json.containsKey("aud")) {
      // For somebody (RFC 7519, section 4.1.3), and nobody said who asks here.
      return new JwtVerifier.Refused(ProofFault.ADDRESSED);
    }
    if (Did.isNamedOtherwise(credential)) {
      return new JwtVerifier.Refused(ProofFault.UNKNOWN_ISSUER);
    }
    if (!Did.issuerOf(credential).equals(Optional.of(signature.method().did()))) {
      return new JwtVerifier.Refused(ProofFault.FOREIGN_KEY);
    }
    if (!repeatTheCredential()) {
      return new JwtVerifier.Refused(ProofFault.CLAIMS_DIFFER);
    }
    Optional<Instant> signedAt = time("iat").or(() -> time("nbf"));
    if (signedAt.isPresent()
        && signedAt.get().isAfter(moment.checkedAt().plus(Moment.CLOCK_SKEW))) {
      return new JwtVerifier.Refused(ProofFault.FROM_THE_FUTURE);
    }
    Optional<Instant> expires = time("exp");
    boolean ofTheTokenAlone = !credential.containsKey("validUntil");
    if (ofTheTokenAlone && expires.isPresent() && !expires.get().isAfter(moment.asOf())) {
      return new JwtVerifier.Refused(ProofFault.EXPIRED);
    }
    return new JwtVerifier.Signed(
        credential,
        new ProofResult.Holds(
            signature.method(),
            signature.key(),
            signedAt.or(() -> second("validFrom")).orElse(moment.checkedAt()),
            false),
        json.containsKey(CONFIRMATION) ? HolderBinding.NOT_SHOWN : HolderBinding.BEARER,
        named());
  }

  /** A key that is named is what counts, whoever else it says that it is about. */
  private Set<Did> named() {
    if (json.containsKey(CONFIRMATION)) {
      return confirmationKey(json).map(DidKey::of).map(Set::of).orElseGet(Set::of);
    }
    Set<Did> subjects = new HashSet<>(Did.subjectsOf(credential));
    JsonTree.text(json, "sub").flatMap(Did::parse).ifPresent(subjects::add);
    return subjects;
  }

  /** The key that the claims name as the holder's, if we read it (RFC 7800, section 3.2). */
  public static Optional<PublicKey> confirmationKey(JsonObject claims) {
    return JsonTree.child(claims, CONFIRMATION)
        .flatMap(confirmation -> JsonTree.child(confirmation, CONFIRMATION_KEY))
        .flatMap(Jwk::read);
  }

  /** Whether something may be kept back that whoever reads a JWT would take for not there. */
  private static boolean isOfDigests(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          !Collections.disjoint(object.keySet(), OF_DIGESTS)
              || object.values().stream().anyMatch(CredentialClaims::isOfDigests);
      case JsonArray array -> array.stream().anyMatch(CredentialClaims::isOfDigests);
      default -> false;
    };
  }

  /** Two readers must not find two issuers, holders or times in one token. */
  private boolean repeatTheCredential() {
    return sameText("iss", Did.issuerOf(credential).map(Object::toString))
        && sameText("jti", JsonTree.text(credential, "id"))
        && sameText(
            "sub",
            JsonTree.child(credential, "credentialSubject")
                .flatMap(subject -> JsonTree.text(subject, "id")))
        && sameTime("nbf", "validFrom")
        && (!credential.containsKey("validUntil") || sameTime("exp", "validUntil"))
        && isTimeOrAbsent("exp")
        && isTimeOrAbsent("iat");
  }

  private boolean sameText(String claim, Optional<String> value) {
    return !json.containsKey(claim)
        || (value.isEmpty() ? partly : JsonTree.text(json, claim).equals(value));
  }

  private boolean sameTime(String claim, String member) {
    Optional<Instant> second = second(member);
    return !json.containsKey(claim) || (second.isPresent() && time(claim).equals(second));
  }

  private boolean isTimeOrAbsent(String claim) {
    return !json.containsKey(claim) || time(claim).isPresent();
  }

  /** A NumericDate (RFC 7519, section 2), to the second. */
  private Optional<Instant> time(String claim) {
    return Instants.ofNumericDate(json.get(claim));
  }

  private Optional<Instant> second(String member) {
    return CredentialJwt.seconds(credential, member).map(Instant::ofEpochSecond);
  }
}
