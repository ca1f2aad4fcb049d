package org.mikromerit.registry.publication;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;

/** The organisations that may issue now, with the keys by which their credentials are known. */
@ApplicationScoped
public class TrustList {
  private final Organisations organisations;
  private final OrganisationKeys keys;

  TrustList(Organisations organisations, OrganisationKeys keys) {
    this.organisations = organisations;
    this.keys = keys;
  }

  /** An authorised organisation, and all keys that it ever had. */
  public record TrustedIssuer(Organisation organisation, List<OrganisationKey> keys) {}

  /** At most so many after the given id, in the order of their ids. */
  public List<TrustedIssuer> issuers(UUID after, int atMost) {
    List<Organisation> authorised = organisations.authorised(after, atMost);
    Map<UUID, List<OrganisationKey>> theirs =
        keys.of(authorised.stream().map(Organisation::id).toList()).stream()
            .collect(groupingBy(OrganisationKey::organisation));
    return authorised.stream()
        .map(each -> new TrustedIssuer(each, theirs.getOrDefault(each.id(), List.of())))
        .toList();
  }
}
