package org.mikromerit.registry.portfolio;

import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.OpenBadgeReader;

/** A credential's document, with what it says of itself. */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record HeldDocument(UUID credential, CredentialFacts facts, byte[] bytes) {

  /** The document; empty if it is none that we could hold. */
  static Optional<HeldDocument> read(byte[] bytes) {
    try {
      return switch (OpenBadgeReader.read(StrictJson.parse(bytes))) {
        case OpenBadgeReader.Read(CredentialFacts facts) ->
            facts
                .credentialId()
                .map(CredentialId::value)
                .map(id -> new HeldDocument(id, facts, bytes));
        case OpenBadgeReader.Unreadable _ -> Optional.empty();
      };
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  String digest() {
    return Sha256.hex(bytes);
  }
}
