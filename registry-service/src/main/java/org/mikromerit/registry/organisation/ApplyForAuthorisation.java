package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.kit.audit.Audit;

/** An organisation asks to be allowed to issue. */
@ApplicationScoped
public class ApplyForAuthorisation {
  private final Organisations organisations;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final PublicAddress address;
  private final InstantSource clock;

  ApplyForAuthorisation(
      Organisations organisations,
      AnnounceOrganisation announcement,
      Audit audit,
      PublicAddress address,
      InstantSource clock) {
    this.organisations = organisations;
    this.announcement = announcement;
    this.audit = audit;
    this.address = address;
    this.clock = clock;
  }

  @Transactional
  public Outcome apply(UUID id, Profile profile) {
    Organisation applying = Organisation.applying(id, didOf(id), profile, clock.instant());
    if (!organisations.add(applying)) {
      return new Refused.AlreadyApplied(id);
    }
    announcement.announce(applying);
    audit.record(
        "organisation.applied",
        "organisation",
        id,
        Map.of("governanceModel", profile.governanceModel()));
    return new Outcome.Accepted(applying);
  }

  private String didOf(UUID organisation) {
    return DidWeb.of(address.url(), "organisations", organisation.toString()).value();
  }
}
