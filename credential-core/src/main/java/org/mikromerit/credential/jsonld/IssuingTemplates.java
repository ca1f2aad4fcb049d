package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Covers what an issuer is about to sign: the second document of a kind makes a template, the third
 * is the first to be covered by it.
 */
public final class IssuingTemplates implements Coverage {

  private final StrictJsonLd jsonLd;
  private final Templates templates;

  public IssuingTemplates(StrictJsonLd jsonLd, TemplateRules rules, TemplateWatch watch) {
    this(jsonLd, new Templates(jsonLd, rules, watch));
  }

  IssuingTemplates(StrictJsonLd jsonLd, Templates templates) {
    this.jsonLd = jsonLd;
    this.templates = templates;
  }

  /**
   * As {@link StrictJsonLd#cover(JsonObject)}.
   *
   * @throws IllegalStateException if a template was found to say something else than the general
   *     path: this document is not to be signed, and the template is not used again
   */
  @Override
  public CoveredDocument cover(JsonObject document) throws NotCovered {
    Optional<Outline> outline = Outline.of(document);
    if (outline.isEmpty()) {
      return jsonLd.cover(document);
    }
    try {
      Optional<CoveredDocument> byTemplate = templates.cover(document, outline.get());
      if (byTemplate.isPresent()) {
        return byTemplate.get();
      }
    } catch (Templates.Differs e) {
      throw new IllegalStateException(e);
    }
    CoveredDocument generally = jsonLd.cover(document);
    templates.learn(document, outline.get());
    return generally;
  }
}
