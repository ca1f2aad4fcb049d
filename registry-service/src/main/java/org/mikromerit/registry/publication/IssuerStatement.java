package org.mikromerit.registry.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.Accreditation.Terms;
import org.mikromerit.registry.organisation.Accreditation.Withdrawal;
import org.mikromerit.registry.organisation.Organisation;

/**
 * What the registry says, under its signature, of an organisation that issues or issued: all that a
 * credential's date of award can be judged by.
 *
 * @param history oldest first; the last one is so now
 */
public record IssuerStatement(
    String did,
    UUID organisationId,
    String name,
    String country,
    GovernanceModel governanceModel,
    OrganisationState state,
    List<State> history,
    List<Accredited> accreditations,
    List<Key> keys) {

  /**
   * A state and its beginning.
   *
   * @param reason as the authority published it
   */
  public record State(OrganisationState state, Instant from, @Nullable String reason) {}

  /** As in the organisation's event. */
  public record Accredited(
      UUID accreditationId,
      String scheme,
      String body,
      @Nullable String scope,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant withdrawnAt) {}

  public record Key(
      String verificationMethod,
      String publicKeyMultibase,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt) {}

  static IssuerStatement of(
      Organisation organisation, List<Accreditation> accreditations, List<OrganisationKey> keys) {
    return new IssuerStatement(
        organisation.did(),
        organisation.id(),
        organisation.profile().name(),
        organisation.profile().country(),
        organisation.profile().governanceModel(),
        organisation.state(),
        organisation.history().stream()
            .map(past -> new State(past.state(), past.since(), past.reason()))
            .toList(),
        accreditations.stream().map(IssuerStatement::accredited).toList(),
        keys.stream().map(IssuerStatement::key).toList());
  }

  private static Accredited accredited(Accreditation accreditation) {
    Terms terms = accreditation.terms();
    Withdrawal withdrawal = accreditation.withdrawal();
    return new Accredited(
        accreditation.id(),
        terms.scheme(),
        terms.body(),
        terms.scope(),
        terms.validFrom(),
        terms.validUntil(),
        withdrawal == null ? null : withdrawal.at());
  }

  private static Key key(OrganisationKey key) {
    return new Key(
        key.method().url(),
        key.key().multibase(),
        key.validFrom(),
        key.validUntil(),
        key.revokedAt());
  }
}
