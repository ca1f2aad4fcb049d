package org.mikromerit.registry.bundle;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;
import org.mikromerit.credential.openbadge.CredentialFacts.StatusReference;
import org.mikromerit.credential.status.ListedStatus;

/**
 * What a credential needs to be verified, by what its document names.
 *
 * @param credentials itself, and the parts that it is awarded for
 */
public record Needed(
    List<UUID> credentials,
    String issuer,
    Optional<UUID> definition,
    Optional<Integer> version,
    List<URI> statusLists) {

  public static Needed by(CredentialFacts facts) {
    var credentials = new ArrayList<UUID>();
    facts.credentialId().map(CredentialId::value).ifPresent(credentials::add);
    var statuses = new ArrayList<StatusReference>(facts.statuses());
    for (PartReference part : facts.parts()) {
      part.credentialId().map(CredentialId::value).ifPresent(credentials::add);
      statuses.addAll(part.statuses());
    }
    return new Needed(
        List.copyOf(credentials),
        facts.issuer().value(),
        facts.definition().flatMap(CredentialId::fromUrn).map(CredentialId::value),
        facts.definitionVersion().flatMap(Needed::number),
        statuses.stream()
            .flatMap(status -> status.entry().stream())
            .map(ListedStatus::list)
            .toList());
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException _) {
      // Another's version, which need not be a number.
      return Optional.empty();
    }
  }
}
