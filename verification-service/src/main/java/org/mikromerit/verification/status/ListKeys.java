package org.mikromerit.verification.status;

import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.proof.IssuerKeys;

/**
 * Keys as they count for lists. A revoked one counts for none, since whoever stole it could sign
 * that nothing was revoked; but it breaks nothing either, for a list that it signed in good faith
 * may still be on its way, before the one that another key signed. One that is not known may still
 * come, since keys and lists come on different topics.
 */
public final class ListKeys implements IssuerKeys {
  private final IssuerKeys keys;

  public ListKeys(IssuerKeys keys) {
    this.keys = keys;
  }

  @Override
  public Answer find(VerificationMethodId method) {
    return switch (keys.find(method)) {
      case Held held when held.revokedAt() != null -> new UnknownIssuer();
      case Held held -> held;
      case NotTheirs _, UnknownIssuer _ -> new UnknownIssuer();
      case Unavailable unavailable -> unavailable;
    };
  }
}
