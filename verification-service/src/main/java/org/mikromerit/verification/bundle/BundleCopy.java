package org.mikromerit.verification.bundle;

import java.util.List;

/**
 * Keeps bundles as they came.
 *
 * <p>The question may throw {@link org.mikromerit.kit.sql.CopyUnavailable}.
 */
public interface BundleCopy {

  /** Keeps the document; the bundle is what was read of it. */
  void keep(String id, String document, TrustBundle bundle);

  /** Those that speak of the issuer, the newest first. */
  List<Kept> about(String issuer, int most);

  /** A bundle as it came. */
  record Kept(String id, String document) {}
}
