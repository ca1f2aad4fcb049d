package org.mikromerit.issuer.definition.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.issuer.definition.Draft;
import org.mikromerit.issuer.definition.PublishedDefinition;

/** A published version, whole. */
record VersionView(
    UUID id,
    int version,
    UUID organisation,
    GovernanceModel governanceModel,
    Draft definition,
    Instant publishedAt) {

  static VersionView of(PublishedDefinition version) {
    return new VersionView(
        version.id(),
        version.version(),
        version.organisation(),
        version.governance(),
        version.content(),
        version.publishedAt());
  }
}
