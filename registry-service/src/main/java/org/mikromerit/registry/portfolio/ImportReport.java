package org.mikromerit.registry.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of each file of an imported portfolio.
 *
 * @param imported how many credentials are new in the portfolio
 */
public record ImportReport(int imported, List<BundleReport> bundles, List<FileReport> files) {

  /** A file that holds, or should have held, a credential. */
  public record FileReport(String file, FileState state, @Nullable UUID id) {}

  /** What came of a file. */
  public enum FileState {
    IMPORTED,
    /** The learner holds it already. */
    ALREADY_THERE,
    /** It is not the file that the manifest means. */
    DIGEST_DIFFERS,
    NOT_IN_MANIFEST,
    /** The manifest names it, and it is not in the archive. */
    MISSING,
    NO_CREDENTIAL,
    /** It is a credential, but another than its name says. */
    ANOTHER_CREDENTIAL,
    TOO_LARGE,
    /** Archives of ours hold no such file. */
    UNKNOWN_NAME
  }

  /** A registry's word that came along. */
  public record BundleReport(
      String file, BundleState state, @Nullable String registry, @Nullable Instant issuedAt) {}

  /** What came of a bundle. */
  public enum BundleState {
    /** We trust who signed it: it is kept, and verifiers are told. */
    KEPT,
    /** We signed it ourselves. */
    OURS,
    /**
     * Nobody that we trust signed it; the credentials are here, but what vouched for them is not.
     */
    UNTRUSTED,
    UNSOUND
  }
}
