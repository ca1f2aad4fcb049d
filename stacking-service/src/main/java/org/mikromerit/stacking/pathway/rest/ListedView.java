package org.mikromerit.stacking.pathway.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.pathway.Title;

/** A published version in a list: all but its rule. */
record ListedView(UUID id, UUID organisation, int version, Title title, Instant publishedAt) {

  static ListedView of(PublishedPathway pathway) {
    return new ListedView(
        pathway.id(),
        pathway.organisation(),
        pathway.version(),
        pathway.title(),
        pathway.publishedAt());
  }
}
