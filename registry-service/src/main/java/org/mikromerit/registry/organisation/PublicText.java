package org.mikromerit.registry.organisation;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Text for people that the register publishes: one line of well-formed Unicode, composed (NFC), so
 * that equal names are equal.
 */
public final class PublicText {

  private PublicText() {}

  /**
   * The text as it is kept, with any white space as one space; nothing if it is empty, too long or
   * not text.
   */
  public static Optional<String> of(String raw, int mostCharacters) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(raw)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    boolean fits = !text.isEmpty() && text.length() <= mostCharacters;
    return fits && text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(text)
        : Optional.empty();
  }
}
