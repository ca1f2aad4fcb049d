package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.verification.verdict.VerifyExport.File;
import org.mikromerit.verification.verdict.VerifyExport.Judged;
import org.mikromerit.verification.verdict.VerifyExport.Malformed;
import org.mikromerit.verification.verdict.VerifyExport.Told;

/** A verdict for each document of an exported portfolio. */
@Schema(name = "ExportVerdict")
record ExportVerdictView(
    @Schema(description = "What registries said of the issuers; those that could be read")
        List<BundleView> bundles,
    List<FileView> files,
    Instant checkedAt,
    @Schema(description = "The moment that the verdicts speak of") Instant asOf) {

  /** One document; either a verdict, or why there can be none. */
  @Schema(name = "ExportedFile")
  record FileView(String name, @Nullable VerdictView verdict, @Nullable String malformed) {}

  static ExportVerdictView of(Told told, VerdictViews views) {
    return new ExportVerdictView(
        told.bundles().stream().map(BundleView::of).toList(),
        told.files().stream().map(file -> file(file, views)).toList(),
        told.moment().checkedAt(),
        told.moment().asOf());
  }

  private static FileView file(File file, VerdictViews views) {
    return switch (file) {
      case Judged judged -> new FileView(judged.name(), views.of(judged.given()), null);
      case Malformed malformed -> new FileView(malformed.name(), null, malformed.reason().code());
    };
  }
}
