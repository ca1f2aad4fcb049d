package org.mikromerit.verification.bundle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What bundles of other registries count for. */
@ConfigMapping(prefix = "mikromerit.bundle")
public interface BundleConfig {
  /**
   * For how long a bundle vouches for issuers and statuses. A year: what leaves with a learner is
   * to outlive the registry that it came from, and whoever shows it later brings a newer one.
   */
  @WithDefault("P365D")
  Duration greatestAge();
}
