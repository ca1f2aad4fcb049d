package org.mikromerit.registry.compromise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.VerificationMethodId;

/**
 * A key that proves nothing from a moment on, unless the ledger knew of it before.
 *
 * @param since by the issuer, who may find out later that it was earlier
 * @param version one more with each such finding
 * @param extent empty until the moment has passed by our own clock too
 * @param announced how many parts were
 */
public record KeyCompromise(
    UUID key,
    UUID organisation,
    VerificationMethodId method,
    Instant since,
    int version,
    Optional<Extent> extent,
    int announced) {

  /**
   * How much of the ledger it is stated over. Fixed once, so that each part can be made again as it
   * was.
   *
   * @param lastPosition what came to the ledger after it was not known before
   * @param parts at least one, also where nothing was registered
   */
  public record Extent(long lastPosition, int parts) {}
}
