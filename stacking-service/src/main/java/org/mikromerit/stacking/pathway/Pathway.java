package org.mikromerit.stacking.pathway;

import java.time.Instant;
import java.util.UUID;

/**
 * A pathway as its owner works on it.
 *
 * @param title of the draft
 * @param rule of the draft
 * @param newest the newest published version; 0 before the first
 */
public record Pathway(
    UUID id,
    UUID organisation,
    Title title,
    Rule rule,
    int newest,
    Instant createdAt,
    Instant changedAt) {

  /** The same pathway with another draft. */
  Pathway drafted(Title newTitle, Rule newRule, Instant now) {
    return new Pathway(id, organisation, newTitle, newRule, newest, createdAt, now);
  }

  /** Whether a version says what the draft says. */
  boolean isPublishedAs(PublishedPathway version) {
    return title.equals(version.title()) && rule.equals(version.rule());
  }

  /** The draft as the next version. */
  PublishedPathway next(Instant now) {
    return new PublishedPathway(id, organisation, newest + 1, title, rule, now);
  }
}
