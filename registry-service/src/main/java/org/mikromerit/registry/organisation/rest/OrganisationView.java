package org.mikromerit.registry.organisation.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.registry.organisation.Organisation;

/** An organisation as everyone may see it, with its history. */
record OrganisationView(
    UUID id,
    String name,
    String country,
    @Nullable String region,
    GovernanceModel governanceModel,
    @Nullable URI contactUrl,
    OrganisationState state,
    String did,
    List<StateView> history) {

  record StateView(OrganisationState state, Instant from, @Nullable String reason) {}

  static OrganisationView of(Organisation organisation) {
    return new OrganisationView(
        organisation.id(),
        organisation.profile().name(),
        organisation.profile().country(),
        organisation.profile().region(),
        organisation.profile().governanceModel(),
        organisation.profile().contactUrl(),
        organisation.state(),
        organisation.did(),
        organisation.history().stream()
            .map(past -> new StateView(past.state(), past.since(), past.reason()))
            .toList());
  }
}
