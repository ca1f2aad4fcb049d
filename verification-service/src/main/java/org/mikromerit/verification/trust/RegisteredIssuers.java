package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.did.Did;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.trust.TrustCopy.KnownOrganisation;

/** Who may issue, by our own copy of the register. */
@ApplicationScoped
public class RegisteredIssuers implements Issuers {
  private final TrustCopy copy;

  RegisteredIssuers(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(Did issuer) {
    try {
      return copy.organisation(issuer.value())
          .<Answer>map(RegisteredIssuers::listed)
          .orElseGet(Unlisted::new);
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  /** What the register calls the issuer; empty if it does not know it, or cannot be asked. */
  public Optional<String> name(Did issuer) {
    return find(issuer) instanceof Listed listed ? Optional.of(listed.name()) : Optional.empty();
  }

  private static Listed listed(KnownOrganisation organisation) {
    return listed(organisation.name(), organisation.history(), organisation.accreditations());
  }

  /** As a register tells of an organisation. */
  public static Listed listed(
      String name,
      List<StateSince> history,
      List<OrganisationChangedV1.Accreditation> accreditations) {
    return new Listed(
        name,
        history.stream()
            .map(
                since ->
                    new Entitlement(
                        since.from(), entitles(since.state()), Optional.ofNullable(since.reason())))
            .toList(),
        accreditations.stream().map(RegisteredIssuers::accreditation).toList());
  }

  private static Accreditation accreditation(OrganisationChangedV1.Accreditation recorded) {
    return new Accreditation(
        recorded.scheme(),
        recorded.body(),
        Optional.ofNullable(recorded.scope()),
        recorded.validFrom(),
        Optional.ofNullable(recorded.validUntil()),
        Optional.ofNullable(recorded.withdrawnAt()));
  }

  // Exhaustive, so that a new state must be thought about here.
  private static boolean entitles(OrganisationState state) {
    return switch (state) {
      case AUTHORISED -> true;
      case SELF_DECLARED, APPLIED, IN_REVIEW, REFUSED, SUSPENDED, WITHDRAWN, MERGED, CLOSED ->
          false;
    };
  }
}
