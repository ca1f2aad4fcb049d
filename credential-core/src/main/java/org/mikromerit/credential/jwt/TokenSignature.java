package org.mikromerit.credential.jwt;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;

/** Whether a token is signed by a key that we hold, whatever it then claims. */
public final class TokenSignature {

  private TokenSignature() {}

  /** What came of it. */
  public sealed interface Result {}

  /** The key signed exactly these claims. */
  public record Holds(VerificationMethodId method, IssuerKeys.Held key, JsonObject claims)
      implements Result {}

  /** It does not hold, or nobody here can tell. */
  public record Fails(ProofFault fault) implements Result {}

  public static Result check(CompactJws token, IssuerKeys keys) {
    Optional<VerificationMethodId> method = token.claimedKey();
    if (method.isEmpty()) {
      return new Fails(ProofFault.MALFORMED);
    }
    return switch (keys.find(method.get())) {
      case IssuerKeys.Held held -> check(token, method.get(), held);
      case IssuerKeys.NotTheirs _ -> new Fails(ProofFault.KEY_NOT_OF_ISSUER);
      case IssuerKeys.UnknownIssuer _ -> new Fails(ProofFault.UNKNOWN_ISSUER);
      case IssuerKeys.Unavailable _ -> new Fails(ProofFault.KEYS_UNAVAILABLE);
    };
  }

  private static Result check(CompactJws token, VerificationMethodId method, IssuerKeys.Held held) {
    Optional<byte[]> payload = token.payload(token.type(), held.key());
    if (payload.isEmpty()) {
      return new Fails(ProofFault.SIGNATURE);
    }
    try {
      return new Holds(method, held, StrictJson.parse(payload.get()));
    } catch (MalformedJson _) {
      return new Fails(ProofFault.MALFORMED);
    }
  }
}
