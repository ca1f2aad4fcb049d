package org.mikromerit.registry.portfolio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a learner may bring along at once. */
@ConfigMapping(prefix = "mikromerit.portfolio-import")
public interface ImportLimits {

  /**
   * Bytes of the archive as it is sent; some hundred credentials take one megabyte. Its value
   * stands in application.properties, where the bound on bodies finds it too.
   */
  long maxBody();

  /** Files in an archive; a credential takes two. */
  @WithDefault("2000")
  int files();

  /** Bytes of one credential; what a verifier takes, too. */
  @WithDefault("262144")
  int credentialBytes();

  /** Bytes of all files together, unpacked: an archive of nothing can unpack to anything. */
  @WithDefault("67108864")
  long unpackedBytes();
}
