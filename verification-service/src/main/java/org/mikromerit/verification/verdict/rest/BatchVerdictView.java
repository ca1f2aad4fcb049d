package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer to each item of a batch. */
@Schema(name = "BatchVerdict")
record BatchVerdictView(
    @Schema(description = "What came of the bundle, if it could be read") List<BundleView> bundles,
    List<ItemView> items,
    Instant checkedAt,
    @Schema(description = "The moment that the verdicts speak of") Instant asOf) {

  /** One item; either a verdict, or why there can be none. */
  @Schema(name = "BatchItem")
  record ItemView(
      @Nullable VerdictView verdict,
      @Schema(description = "Why the document is none that a verdict could be about")
          @Nullable String malformed,
      @Schema(description = "Where the request is wrong about this item")
          @Nullable String invalidField) {}
}
