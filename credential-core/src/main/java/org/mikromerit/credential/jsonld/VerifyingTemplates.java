package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Covers what somebody posts, where it is like documents that were found valid before. A template
 * stands for canonicalisation alone: every check is made, and the proof is over what this document
 * says.
 *
 * <p>Only what a listed issuer signed makes a template, and it takes two such documents; so that
 * nobody else fills this, and what is posted once costs nothing.
 */
public final class VerifyingTemplates implements Coverage {

  private final StrictJsonLd jsonLd;
  private final Templates templates;

  public VerifyingTemplates(StrictJsonLd jsonLd, TemplateRules rules, TemplateWatch watch) {
    this(jsonLd, new Templates(jsonLd, rules, watch));
  }

  VerifyingTemplates(StrictJsonLd jsonLd, Templates templates) {
    this.jsonLd = jsonLd;
    this.templates = templates;
  }

  /** As {@link StrictJsonLd#cover(JsonObject)}, whose word counts where a template differs. */
  @Override
  public CoveredDocument cover(JsonObject document) throws NotCovered {
    Optional<CoveredDocument> byTemplate = byTemplate(document);
    return byTemplate.isPresent() ? byTemplate.get() : jsonLd.cover(document);
  }

  private Optional<CoveredDocument> byTemplate(JsonObject document) {
    Optional<Outline> outline = Outline.of(document);
    try {
      return outline.isPresent() ? templates.cover(document, outline.get()) : Optional.empty();
    } catch (Templates.Differs _) {
      return Optional.empty();
    }
  }

  @Override
  public void learn(JsonObject document) {
    Outline.of(document).ifPresent(outline -> templates.learn(document, outline));
  }
}
