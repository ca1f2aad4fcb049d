package org.mikromerit.verification.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.verification.policy.Policy;

/**
 * What somebody wants to know who asks more than whether to believe one document.
 *
 * @param bundle what a registry said of the issuers, as it was signed
 * @param policy null if none was sent
 * @param asOf the moment in question; empty for now
 * @param askIssuer whether issuers whom nobody here knows are asked for their keys and lists
 */
public record VerificationRequest(
    List<Item> items,
    Optional<String> bundle,
    @Nullable Policy policy,
    Optional<Instant> asOf,
    boolean askIssuer) {

  /** Copies the items. */
  public VerificationRequest {
    items = List.copyOf(items);
  }

  /** One thing to be verified. */
  public sealed interface Item {}

  /** A document as it would be posted alone: JSON, or a JWT. */
  // Nobody compares two of them.
  @SuppressWarnings("ArrayRecordComponent")
  public record Document(byte[] bytes) implements Item {}

  public record ById(CredentialId id) implements Item {}

  /** Neither; the others are verified all the same. */
  public record Unusable(String field) implements Item {}
}
