package org.mikromerit.registry.organisation;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of the authority.
 *
 * @param subject the account's random id at the identity provider: who this is, across tokens
 * @param organisation that the account belongs to, if to any
 */
public record Registrar(String subject, Optional<UUID> organisation) {

  boolean belongsTo(UUID some) {
    return organisation.filter(some::equals).isPresent();
  }
}
