package org.mikromerit.stacking.progress.rest;

import java.util.UUID;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.pathway.Title;
import org.mikromerit.stacking.progress.Progress;

/** A pathway that whoever asks is on. */
record OwnListedView(UUID pathway, UUID organisation, Title title, OwnProgressView.State state) {

  static OwnListedView of(PublishedPathway newest, Progress row) {
    return new OwnListedView(
        newest.id(), newest.organisation(), newest.title(), OwnProgressView.State.of(row));
  }
}
