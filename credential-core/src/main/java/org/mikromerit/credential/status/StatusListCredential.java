package org.mikromerit.credential.status;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;

/**
 * A status list as its issuer signs and publishes it (Bitstring Status List 1.0, section 2.2).
 *
 * @param url where it is published, and its name
 * @param issuer the same as that of the credentials it speaks of
 * @param validUntil when a verifier must no longer rely on it; it is signed anew before
 */
public record StatusListCredential(
    URI url,
    Did issuer,
    StatusPurpose purpose,
    StatusBits bits,
    Instant validFrom,
    Instant validUntil) {

  public static final String TYPE = "BitstringStatusListCredential";
  public static final String SUBJECT_TYPE = "BitstringStatusList";

  /** Checks that it is valid at all. */
  public StatusListCredential {
    if (!validUntil.isAfter(validFrom)) {
      throw new IllegalArgumentException("a status list ends after it begins");
    }
  }

  /** The document to sign. */
  public JsonObject unsigned() {
    return JsonTree.object()
        .add("@context", JsonTree.array().add(PinnedContexts.CREDENTIALS_V2))
        .add("id", url.toString())
        .add("type", JsonTree.array().add("VerifiableCredential").add(TYPE))
        .add("issuer", issuer.value())
        .add("validFrom", Instants.write(validFrom))
        .add("validUntil", Instants.write(validUntil))
        .add(
            "credentialSubject",
            JsonTree.object()
                .add("id", url + "#list")
                .add("type", SUBJECT_TYPE)
                .add("statusPurpose", purpose.token())
                .add("encodedList", bits.encode()))
        .build();
  }
}
