package org.mikromerit.registry.organisation.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.PublicText;

/** Why an authority did what it did: published, and so nothing about persons. */
final class Reasons {
  static final int LONGEST = 500;
  static final String RULE = "reason is text of 1 to 500 characters.";

  private Reasons() {}

  static Optional<String> of(@Nullable String reason) {
    return Optional.ofNullable(reason).flatMap(text -> PublicText.of(text, LONGEST));
  }
}
