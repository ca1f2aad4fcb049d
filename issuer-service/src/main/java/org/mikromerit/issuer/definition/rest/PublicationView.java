package org.mikromerit.issuer.definition.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.issuer.definition.PublishedDefinition;

/** Which version a publication made. */
record PublicationView(UUID id, int version, Instant publishedAt) {

  static PublicationView of(PublishedDefinition version) {
    return new PublicationView(version.id(), version.version(), version.publishedAt());
  }
}
