package org.mikromerit.registry.sharing.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.portfolio.ShowCredential.Shown;
import org.mikromerit.registry.sharing.ViewShare.Seen;

/** What somebody with the link sees. */
record SharedView(
    @Schema(description = "When the link ends; each credential says itself until when it is valid")
        @Nullable Instant expiresAt,
    @Nullable String recipient,
    @Schema(description = "How often it can be seen yet; nothing where nobody counts")
        @Nullable Integer viewsLeft,
    List<DocumentView> documents) {

  /** A document under its issuer's own signature, to be verified. */
  record DocumentView(UUID id, String mediaType, String document) {
    static DocumentView of(Shown shown) {
      return new DocumentView(shown.credential(), shown.mediaType(), shown.document());
    }
  }

  static SharedView of(Seen seen) {
    return new SharedView(
        seen.share().expiresAt(),
        seen.recipient(),
        seen.viewsLeft(),
        seen.documents().stream().map(DocumentView::of).toList());
  }
}
