package org.mikromerit.registry.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;

/**
 * A state, the moment from which it held, and why; an application and its review have no reason to
 * give.
 */
public record DatedState(OrganisationState state, Instant since, @Nullable String reason) {}
