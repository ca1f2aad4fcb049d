package org.mikromerit.events.trustbundle;

import java.time.Instant;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * Another registry, which we trust, said whom it trusts and how things stood; what it said came
 * with an imported portfolio. No learner in it.
 *
 * @param bundleId SHA-256 of the bundle, in hexadecimal
 * @param registry the did of the registry that signed it
 * @param issuedAt how old what it says is
 * @param bundle compact JWS (RFC 7515), exactly as it came; at most 900,000 characters
 */
public record TrustBundleImportedV1(
    String bundleId, String registry, Instant issuedAt, String bundle) implements EventData {

  public TrustBundleImportedV1 {
    Bounds.sha256("bundleId", bundleId);
    Bounds.did("registry", registry);
    Bounds.present("issuedAt", issuedAt);
    Bounds.signed("bundle", bundle);
  }

  @Override
  public EventType eventType() {
    return EventType.TRUST_BUNDLE_IMPORTED_V1;
  }

  @Override
  public String subject() {
    return bundleId;
  }

  @Override
  public String partitionKey() {
    return bundleId;
  }
}
