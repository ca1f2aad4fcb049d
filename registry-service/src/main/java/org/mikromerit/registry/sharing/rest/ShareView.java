package org.mikromerit.registry.sharing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.sharing.ReadShares.Details;
import org.mikromerit.registry.sharing.Share;

/** A share, for its learner alone. */
record ShareView(
    UUID id,
    @Schema(description = "The secret part of the link") String token,
    @Nullable String pin,
    @Nullable String recipient,
    @Nullable String purpose,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Integer mostViews,
    int views,
    Share.State state,
    @Nullable Instant withdrawnAt,
    List<PartView> credentials) {

  /** A credential of it; show is null where the document is shown whole. */
  record PartView(UUID id, @Nullable String title, @Nullable List<String> show) {}

  static ShareView of(Details details) {
    Share share = details.share();
    return new ShareView(
        share.id(),
        details.words().token(),
        details.words().pin(),
        details.words().recipient(),
        details.words().purpose(),
        share.madeAt(),
        share.expiresAt(),
        share.mostViews(),
        share.views(),
        details.state(),
        share.withdrawnAt(),
        parts(details, share.parts()));
  }

  static List<PartView> parts(Details details, List<Share.Part> parts) {
    return parts.stream()
        .map(
            part ->
                new PartView(
                    part.credential(), details.titles().get(part.credential()), part.pointers()))
        .toList();
  }
}
