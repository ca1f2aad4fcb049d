package org.mikromerit.registry.organisation;

import static org.mikromerit.events.organisation.OrganisationState.APPLIED;
import static org.mikromerit.events.organisation.OrganisationState.AUTHORISED;
import static org.mikromerit.events.organisation.OrganisationState.CLOSED;
import static org.mikromerit.events.organisation.OrganisationState.IN_REVIEW;
import static org.mikromerit.events.organisation.OrganisationState.MERGED;
import static org.mikromerit.events.organisation.OrganisationState.REFUSED;
import static org.mikromerit.events.organisation.OrganisationState.SUSPENDED;
import static org.mikromerit.events.organisation.OrganisationState.WITHDRAWN;

import java.util.Set;
import org.mikromerit.events.organisation.OrganisationState;

/** Which state of an organisation may follow which (REG-2). */
final class Lifecycle {

  private Lifecycle() {}

  static boolean allows(OrganisationState from, OrganisationState to) {
    return successors(from).contains(to);
  }

  private static Set<OrganisationState> successors(OrganisationState state) {
    return switch (state) {
      case SELF_DECLARED -> Set.of(APPLIED, CLOSED);
      case APPLIED -> Set.of(IN_REVIEW, CLOSED);
      case IN_REVIEW -> Set.of(AUTHORISED, REFUSED, CLOSED);
      case AUTHORISED -> Set.of(SUSPENDED, WITHDRAWN, MERGED, CLOSED);
      case SUSPENDED -> Set.of(AUTHORISED, WITHDRAWN, MERGED, CLOSED);
      // What was refused may be mended and filed again.
      case REFUSED -> Set.of(APPLIED);
      case WITHDRAWN, MERGED, CLOSED -> Set.of();
    };
  }
}
