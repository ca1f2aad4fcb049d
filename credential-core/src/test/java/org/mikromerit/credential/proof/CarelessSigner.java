package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;

/** Signs whatever it is given, as other issuers may: nothing is linted. */
public final class CarelessSigner {

  private CarelessSigner() {}

  /** With {@code eddsa-rdfc-2022}. */
  public static byte[] sign(
      JsonObject document, SigningKey key, VerificationMethodId method, Instant created) {
    JsonObject options =
        JsonTree.object()
            .add("type", Proof.TYPE)
            .add("cryptosuite", "eddsa-rdfc-2022")
            .add("created", Instants.write(created))
            .add("verificationMethod", method.url())
            .add("proofPurpose", Proof.PURPOSE)
            .build();
    try {
      StrictJsonLd jsonLd = StrictJsonLd.standard();
      byte[] input =
          RdfcSuite.eddsa2022(jsonLd)
              .signingInput(jsonLd.cover(document), options, KeyType.ED25519);
      JsonObject proof =
          JsonTree.object(options).add("proofValue", Multibase.base58(key.sign(input))).build();
      return StrictJson.write(
          JsonTree.object(document).add("proof", JsonTree.array().add(proof)).build());
    } catch (NotCovered e) {
      throw new IllegalArgumentException(e.place() + ": " + e.getMessage(), e);
    }
  }
}
