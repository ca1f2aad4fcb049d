package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.verification.verdict.VerifyExport.Bundle;
import org.mikromerit.verification.verdict.VerifyExport.File;
import org.mikromerit.verification.verdict.VerifyExport.Judged;
import org.mikromerit.verification.verdict.VerifyExport.Malformed;
import org.mikromerit.verification.verdict.VerifyExport.Told;
import org.mikromerit.verification.verdict.Words;

/** A verdict for each document of an exported portfolio. */
@Schema(name = "ExportVerdict")
record ExportVerdictView(
    @Schema(description = "What the registry said of the issuers; absent if none could be read")
        @Nullable BundleView bundle,
    List<FileView> files,
    Instant checkedAt,
    @Schema(description = "The moment that the verdicts speak of") Instant asOf) {

  /** The bundle that came with it. */
  @Schema(name = "Bundle")
  record BundleView(
      @Schema(description = "Who signed it, or claims to have") String registry,
      @Schema(description = "Whether that registry is trusted here; else nothing rests on it")
          boolean trusted,
      @Nullable Instant issuedAt,
      @Nullable Long ageSeconds) {}

  /** One document; either a verdict, or why there can be none. */
  @Schema(name = "ExportedFile")
  record FileView(String name, @Nullable VerdictView verdict, @Nullable String malformed) {}

  static ExportVerdictView of(Told told, Words words, Issuers register) {
    return new ExportVerdictView(
        told.bundle().map(ExportVerdictView::bundle).orElse(null),
        told.files().stream().map(file -> file(file, words, register)).toList(),
        told.moment().checkedAt(),
        told.moment().asOf());
  }

  private static BundleView bundle(Bundle bundle) {
    Optional<Instant> issuedAt = bundle.issuedAt();
    return new BundleView(
        bundle.registry().value(),
        bundle.trusted(),
        issuedAt.orElse(null),
        issuedAt.isPresent() ? bundle.ageSeconds() : null);
  }

  private static FileView file(File file, Words words, Issuers register) {
    return switch (file) {
      case Judged judged ->
          new FileView(judged.name(), VerdictView.of(judged.given(), words, register), null);
      case Malformed malformed -> new FileView(malformed.name(), null, malformed.reason().code());
    };
  }
}
