package org.mikromerit.issuer.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.credential.jsonld.StrictJsonLd;

/**
 * Loads what every signature needs at the start: a changed context stops the service, not the first
 * issue.
 */
@ApplicationScoped
class LoadContexts {

  void whenStarting(@Observes StartupEvent event) {
    var _ = StrictJsonLd.standard();
  }
}
