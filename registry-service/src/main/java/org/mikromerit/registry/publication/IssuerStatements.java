package org.mikromerit.registry.publication;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.Accreditations;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;

/** What the registry says of issuers: who is and was authorised, accredited, by which keys. */
@ApplicationScoped
public class IssuerStatements {
  private static final int AT_ONCE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final Organisations organisations;
  private final Accreditations accreditations;
  private final OrganisationKeys keys;

  IssuerStatements(
      Organisations organisations, Accreditations accreditations, OrganisationKeys keys) {
    this.organisations = organisations;
    this.accreditations = accreditations;
    this.keys = keys;
  }

  /** Of all who are or were ever authorised, in the order of their ids. */
  public List<IssuerStatement> all() {
    List<IssuerStatement> all = new ArrayList<>();
    List<Organisation> page = organisations.everAuthorised(FIRST, AT_ONCE);
    while (!page.isEmpty()) {
      all.addAll(of(page));
      page = organisations.everAuthorised(page.getLast().id(), AT_ONCE);
    }
    return all;
  }

  /** Of these, in their order. */
  public List<IssuerStatement> of(List<Organisation> some) {
    List<UUID> ids = some.stream().map(Organisation::id).toList();
    Map<UUID, List<OrganisationKey>> theirKeys =
        keys.of(ids).stream().collect(groupingBy(OrganisationKey::organisation));
    Map<UUID, List<Accreditation>> theirAccreditations =
        accreditations.of(ids).stream().collect(groupingBy(Accreditation::organisation));
    return some.stream()
        .map(
            each ->
                IssuerStatement.of(
                    each,
                    theirAccreditations.getOrDefault(each.id(), List.of()),
                    theirKeys.getOrDefault(each.id(), List.of())))
        .toList();
  }
}
