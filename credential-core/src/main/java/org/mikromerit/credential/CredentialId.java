package org.mikromerit.credential;

import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.document.Urn;

/** Names one credential for ever; in documents it is written {@code urn:uuid:…}. */
public record CredentialId(UUID value) {

  public static CredentialId of(String uuid) {
    return new CredentialId(UUID.fromString(uuid));
  }

  /** The id that a document names by a {@code urn:uuid:}, if that is what it names. */
  public static Optional<CredentialId> fromUrn(String urn) {
    return Urn.uuid(urn).map(CredentialId::new);
  }

  public String urn() {
    return Urn.of(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
