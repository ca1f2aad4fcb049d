package org.mikromerit.credential.jsonld;

/**
 * How many templates are kept, and how they are watched.
 *
 * @param templates at most
 * @param characters of all of them together; that of one credential has some thirty thousand
 * @param sample one in so many documents of each template goes by the general path too; of the
 *     first of them the first, and those at which the number before them has doubled
 */
public record TemplateRules(int templates, long characters, int sample) {

  /** Checks that there is room for one, and that some are watched. */
  public TemplateRules {
    if (templates < 1 || characters < 1 || sample < 1) {
      throw new IllegalArgumentException("each is 1 or more");
    }
  }
}
