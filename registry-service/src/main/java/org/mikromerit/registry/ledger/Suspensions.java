package org.mikromerit.registry.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which credentials are suspended now; since that may end, it is in no ledger. */
public interface Suspensions {

  /**
   * A credential counts for nothing for the time being.
   *
   * @param reason the code that the issuer gave
   */
  record Suspension(UUID credential, UUID issuer, String reason, Instant since) {}

  void put(Suspension suspension);

  /** It is suspended no longer, if it was. */
  void lift(UUID credential);

  /** Of the credentials, those that are suspended. */
  List<Suspension> among(Collection<UUID> credentials);
}
