package org.mikromerit.registry.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;

/**
 * Another registry's bundle that we keep.
 *
 * @param id SHA-256 of the signed text, in hexadecimal
 * @param registry the did of who signed it
 * @param issuedAt how old what it says is
 * @param jws exactly as it came
 */
public record TrustBundle(
    String id, String registry, Instant issuedAt, String jws, List<Told> statuses) {

  public TrustBundle {
    statuses = List.copyOf(statuses);
  }

  /** How it says that a credential stood. */
  public record Told(
      UUID credential, CredentialStatus status, @Nullable String reason, Instant since) {}
}
