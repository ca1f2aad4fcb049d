package org.mikromerit.stacking.pathway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.stacking.pathway.PublishPathway.Published;

/**
 * What came of a publication.
 *
 * @param warnings what its owner should look at; left out when there is nothing
 */
record PublicationView(
    UUID id,
    int version,
    Instant publishedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {

  /** Something that may be a mistake. */
  record Warning(String code, UUID definition, String detail) {}

  static PublicationView of(Published published) {
    var pathway = published.pathway();
    return new PublicationView(
        pathway.id(),
        pathway.version(),
        pathway.publishedAt(),
        published.notSeen().stream().map(PublicationView::notSeen).toList());
  }

  private static Warning notSeen(UUID definition) {
    return new Warning(
        "definition-not-seen",
        definition,
        "We have not heard of this definition. If it was not just published, check its id.");
  }
}
