package org.mikromerit.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Names one credential for ever; in documents it is written {@code urn:uuid:…}. */
public record CredentialId(UUID value) {

  private static final String URN = "urn:uuid:";

  public static CredentialId of(String uuid) {
    return new CredentialId(UUID.fromString(uuid));
  }

  /** The id that a document names by a {@code urn:uuid:}, if that is what it names. */
  public static Optional<CredentialId> fromUrn(String urn) {
    if (!urn.startsWith(URN)) {
      return Optional.empty();
    }
    String text = urn.substring(URN.length());
    try {
      UUID uuid = UUID.fromString(text);
      // UUID.fromString forgives short groups, which would give one credential several names.
      return uuid.toString().equals(text.toLowerCase(Locale.ROOT))
          ? Optional.of(new CredentialId(uuid))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public String urn() {
    return URN + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
