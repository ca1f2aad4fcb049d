package org.mikromerit.credential.jwt;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;

/**
 * Checks the signature of a credential in a JWT. The key that the header names is looked up among
 * those that we hold. One that the token brings along instead is believed only if we hold the same
 * as its issuer's; an address to fetch one from is never used.
 */
public final class JwtVerifier {

  private final IssuerKeys keys;

  public JwtVerifier(IssuerKeys keys) {
    this.keys = keys;
  }

  /** What came of it. */
  public sealed interface Result {}

  /**
   * The issuer signed exactly this credential; the claims that only repeat it are taken out.
   *
   * @param named the DIDs that it names its holder by; its key's if it names a key that we read
   */
  public record Signed(
      JsonObject credential, ProofResult.Holds proof, HolderBinding holder, Set<Did> named)
      implements Result {}

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
    return switch (TokenSignature.check(jws.get(), keys)) {
      case TokenSignature.Fails fails -> new Refused(fails.fault());
      case TokenSignature.Holds signature ->
          CredentialClaims.judge(signature.claims(), false, signature, moment);
    };
  }
}
