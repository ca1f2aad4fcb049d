package org.mikromerit.credential.jwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;

/**
 * Checks the signature of a credential in a JWT. The key that the header names is looked up among
 * those that we hold; a key that the token brings along, or an address to fetch one from, is never
 * used.
 */
public final class JwtVerifier {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final IssuerKeys keys;

  public JwtVerifier(IssuerKeys keys) {
    this.keys = keys;
  }

  /** What came of it. */
  public sealed interface Result {}

  /** The issuer signed exactly this credential; the claims that only repeat it are taken out. */
  public record Signed(JsonObject credential, ProofResult.Holds proof) implements Result {}

  /** It does not hold, or nobody here can tell. */
  public record Refused(ProofFault fault) implements Result {}

  public Result verify(String token, Instant now) {
    return verify(token, Moment.now(now));
  }

  /** The same of an earlier moment, at which the token may not have expired yet. */
  public Result verify(String token, Moment moment) {
    Optional<CompactJws> jws = CredentialJwt.parse(token);
    if (jws.isEmpty()) {
      return new Refused(ProofFault.MALFORMED);
    }
    return switch (keys.find(jws.get().key())) {
      case IssuerKeys.Held held -> verify(jws.get(), held, moment);
      case IssuerKeys.NotTheirs _ -> new Refused(ProofFault.KEY_NOT_OF_ISSUER);
      case IssuerKeys.UnknownIssuer _ -> new Refused(ProofFault.UNKNOWN_ISSUER);
      case IssuerKeys.Unavailable _ -> new Refused(ProofFault.KEYS_UNAVAILABLE);
    };
  }

  private static Result verify(CompactJws jws, IssuerKeys.Held held, Moment moment) {
    Optional<byte[]> payload = jws.payload(jws.type(), held.key());
    if (payload.isEmpty()) {
      return new Refused(ProofFault.SIGNATURE);
    }
    try {
      return verify(StrictJson.parse(payload.get()), jws, held, moment);
    } catch (MalformedJson _) {
      return new Refused(ProofFault.MALFORMED);
    }
  }

  private static Result verify(
      JsonObject claims, CompactJws jws, IssuerKeys.Held held, Moment moment) {
    Claims registered = new Claims(claims);
    JsonObject credential = registered.credential();
    if (!Did.issuerOf(credential).equals(Optional.of(jws.key().did()))) {
      return new Refused(ProofFault.FOREIGN_KEY);
    }
    if (!registered.repeatTheCredential(credential)) {
      return new Refused(ProofFault.CLAIMS_DIFFER);
    }
    Optional<Instant> signedAt = registered.time("iat").or(() -> registered.time("nbf"));
    if (signedAt.isPresent() && signedAt.get().isAfter(moment.checkedAt().plus(CLOCK_SKEW))) {
      return new Refused(ProofFault.FROM_THE_FUTURE);
    }
    Optional<Instant> expires = registered.time("exp");
    boolean ofTheTokenAlone = !credential.containsKey("validUntil");
    if (ofTheTokenAlone && expires.isPresent() && !expires.get().isAfter(moment.asOf())) {
      return new Refused(ProofFault.EXPIRED);
    }
    return new Signed(
        credential,
        new ProofResult.Holds(
            jws.key(),
            held,
            signedAt
                .or(
                    () ->
                        CredentialJwt.seconds(credential, "validFrom").map(Instant::ofEpochSecond))
                .orElse(moment.checkedAt()),
            false));
  }

  /** The claims that RFC 7519 knows, beside the credential's own members. */
  private record Claims(JsonObject json) {

    JsonObject credential() {
      JsonObjectBuilder credential = JsonTree.object(json);
      CredentialJwt.REGISTERED.forEach(credential::remove);
      return credential.build();
    }

    /** Two readers must not find two issuers, holders or times in one token. */
    boolean repeatTheCredential(JsonObject credential) {
      return sameText("iss", Did.issuerOf(credential).map(Object::toString))
          && sameText("jti", JsonTree.text(credential, "id"))
          && sameText(
              "sub",
              JsonTree.child(credential, "credentialSubject")
                  .flatMap(subject -> JsonTree.text(subject, "id")))
          && sameTime("nbf", CredentialJwt.seconds(credential, "validFrom"))
          && (!credential.containsKey("validUntil")
              || sameTime("exp", CredentialJwt.seconds(credential, "validUntil")))
          && isTimeOrAbsent("exp")
          && isTimeOrAbsent("iat");
    }

    private boolean sameText(String claim, Optional<String> value) {
      return !json.containsKey(claim)
          || (value.isPresent() && JsonTree.text(json, claim).equals(value));
    }

    private boolean sameTime(String claim, Optional<Long> seconds) {
      return !json.containsKey(claim)
          || (seconds.isPresent() && time(claim).equals(seconds.map(Instant::ofEpochSecond)));
    }

    private boolean isTimeOrAbsent(String claim) {
      return !json.containsKey(claim) || time(claim).isPresent();
    }

    /** A NumericDate (RFC 7519, section 2), to the second. */
    Optional<Instant> time(String claim) {
      return Instants.ofNumericDate(json.get(claim));
    }
  }
}
