package org.mikromerit.credential.document;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Names of the form {@code urn:uuid:…} (RFC 9562, section 4). */
public final class Urn {

  private static final String UUID_URN = "urn:uuid:";

  private Urn() {}

  public static String of(UUID uuid) {
    return UUID_URN + uuid;
  }

  /** The UUID that is named, if it is written as a UUID is. */
  public static Optional<UUID> uuid(String urn) {
    if (!urn.startsWith(UUID_URN)) {
      return Optional.empty();
    }
    String text = urn.substring(UUID_URN.length());
    try {
      UUID uuid = UUID.fromString(text);
      // UUID.fromString forgives short groups, which would give one thing several names.
      return uuid.toString().equals(text.toLowerCase(Locale.ROOT))
          ? Optional.of(uuid)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
