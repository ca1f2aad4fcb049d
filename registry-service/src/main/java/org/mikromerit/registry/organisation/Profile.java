package org.mikromerit.registry.organisation;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;

/**
 * What an organisation says of itself when it applies.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region NUTS code, where the organisation works in one region
 * @param contactUrl an http or https page for the public, never a person's address
 */
public record Profile(
    String name,
    String country,
    @Nullable String region,
    @Nullable URI contactUrl,
    GovernanceModel governanceModel) {}
