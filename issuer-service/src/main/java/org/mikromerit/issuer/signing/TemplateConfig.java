package org.mikromerit.issuer.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept in memory so that credentials of one definition are signed fast. */
@ConfigMapping(prefix = "mikromerit.template")
public interface TemplateConfig {

  /**
   * Kinds of document, each a definition's version with one choice of what may be left out. Who
   * issues more at the same time signs the rest as slowly as without.
   */
  @WithDefault("500")
  int most();

  /** Of all templates together; a character takes some five bytes, a template about 80 kB. */
  @WithDefault("8000000")
  long characters();

  /**
   * One in so many documents of each template, and more of the first, is canonicalised by the
   * general path as well, and not signed if that says something else. At 1,000 it costs some
   * microseconds for each document; at 100 it cost a tenth of an issue.
   */
  @WithDefault("1000")
  int sample();
}
