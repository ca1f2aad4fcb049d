package org.mikromerit.registry.sharing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.sharing.ReadShares.Details;
import org.mikromerit.registry.sharing.ReadShares.Disclosed;

/** That somebody saw something of the learner's: when, who by the learner's words, what. */
record DisclosureView(
    Instant at,
    UUID share,
    @Nullable String recipient,
    @Nullable String purpose,
    List<ShareView.PartView> credentials) {

  static DisclosureView of(Disclosed disclosed) {
    Details details = disclosed.share();
    return new DisclosureView(
        disclosed.at(),
        details.share().id(),
        details.words().recipient(),
        details.words().purpose(),
        ShareView.parts(details, disclosed.shown()));
  }
}
