package org.mikromerit.registry.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;

/** Organisations by the names that documents and events have for them. */
@ApplicationScoped
class RegisteredParties {
  private final Organisations organisations;

  RegisteredParties(Organisations organisations) {
    this.organisations = organisations;
  }

  /** The organisation of a did that we gave; its id is the did's last part. */
  Optional<Organisation> of(String did) {
    return id(did.substring(did.lastIndexOf(':') + 1))
        .flatMap(organisations::find)
        .filter(found -> found.did().equals(did));
  }

  Optional<Organisation> of(UUID organisation) {
    return organisations.find(organisation);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
