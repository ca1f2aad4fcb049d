package org.mikromerit.issuer.issuance;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.kit.pseudonym.PersonIdentifier;
import org.mikromerit.kit.pseudonym.PersonIdentifier.Kind;
import org.mikromerit.kit.pseudonym.Pseudonyms;

/**
 * A service that could issue to nobody, for want of the key to refer to them by, does not start.
 */
@ApplicationScoped
class RequirePseudonymKey {
  private final Pseudonyms pseudonyms;

  RequirePseudonymKey(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  void whenStarting(@Observes StartupEvent event) {
    var _ = pseudonyms.learnerRef(new PersonIdentifier(Kind.INSTITUTION_ID, "nobody"));
  }
}
