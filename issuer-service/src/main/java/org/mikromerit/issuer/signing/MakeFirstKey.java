package org.mikromerit.issuer.signing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.organisation.OrganisationAuthorised;

/** An organisation that is authorised gets its key, once, in the transaction that learns of it. */
@ApplicationScoped
class MakeFirstKey {
  private final OrganisationKeys keys;
  private final MakeKey makeKey;

  MakeFirstKey(OrganisationKeys keys, MakeKey makeKey) {
    this.keys = keys;
    this.makeKey = makeKey;
  }

  void whenAuthorised(
      @Observes @Priority(OrganisationAuthorised.MAKE_KEY) OrganisationAuthorised authorised) {
    if (!keys.hasAny(authorised.organisation())) {
      makeKey.ifNone(authorised.organisation(), KeyAlgorithm.ED25519);
    }
  }
}
