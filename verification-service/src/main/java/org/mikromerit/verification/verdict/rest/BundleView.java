package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.verification.verdict.GivenBundle;

/** A bundle that came with what was to be verified. */
@Schema(name = "Bundle")
record BundleView(
    @Schema(description = "Who signed it, or claims to have") String registry,
    @Schema(description = "Whether that registry is trusted here; else nothing rests on it")
        boolean trusted,
    @Schema(
            description =
                "Whether it calls itself our own register's: then nothing rests on it either, for what we are told of that all the time comes first")
        boolean ours,
    @Nullable Instant issuedAt,
    @Nullable Long ageSeconds) {

  static BundleView of(GivenBundle bundle) {
    Optional<Instant> issuedAt = bundle.issuedAt();
    return new BundleView(
        bundle.registry().value(),
        bundle.trusted(),
        bundle.ours(),
        issuedAt.orElse(null),
        issuedAt.isPresent() ? bundle.ageSeconds() : null);
  }
}
