package org.mikromerit.verification.verdict.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A verdict on what was sent with a bundle or a policy. */
@Schema(name = "RequestVerdict")
record RequestVerdictView(
    @Schema(description = "What came of the bundle, if it could be read") List<BundleView> bundles,
    VerdictView verdict) {}
