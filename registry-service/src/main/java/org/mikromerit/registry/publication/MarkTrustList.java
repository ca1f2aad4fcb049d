package org.mikromerit.registry.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.registry.organisation.OrganisationChanged;

/** An organisation that the trust list tells of has changed. */
@ApplicationScoped
class MarkTrustList {
  private final TrustListChanges changes;

  MarkTrustList(TrustListChanges changes) {
    this.changes = changes;
  }

  void mark(@Observes OrganisationChanged changed) {
    if (changed.organisation().wasEverAuthorised()) {
      changes.mark();
    }
  }
}
