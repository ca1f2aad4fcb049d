package org.mikromerit.verification.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept in memory so that credentials of one kind are verified fast. */
@ConfigMapping(prefix = "mikromerit.template")
public interface TemplateConfig {

  /** Kinds of document; those that were not posted for longest go, and are then as slow as new. */
  @WithDefault("500")
  int most();

  /** Of all templates together; a character takes some five bytes, a template about 80 kB. */
  @WithDefault("8000000")
  long characters();

  /**
   * One in so many documents of each template, and more of the first, is canonicalised by the
   * general path as well, whose word counts. Whoever asks next waits for that, which takes as long
   * as thirty verdicts: at 1,000 one in a hundred would wait seven times as long as usual.
   */
  @WithDefault("10000")
  int sample();
}
