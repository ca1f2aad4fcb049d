package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import java.util.Arrays;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;

/**
 * {@code eddsa-rdfc-2022}: Ed25519 over RDFC-1.0 (Data Integrity EdDSA Cryptosuites 1.0, section
 * 3.2).
 */
public final class EddsaRdfc2022 implements Cryptosuite {

  private final StrictJsonLd jsonLd;

  public EddsaRdfc2022(StrictJsonLd jsonLd) {
    this.jsonLd = jsonLd;
  }

  @Override
  public String name() {
    return "eddsa-rdfc-2022";
  }

  @Override
  public byte[] signingInput(CoveredDocument document, JsonObject options) throws NotCovered {
    byte[] optionsHash = canonicalOptions(document, options).sha256();
    byte[] documentHash = document.sha256();
    byte[] both = Arrays.copyOf(optionsHash, optionsHash.length + documentHash.length);
    System.arraycopy(documentHash, 0, both, optionsHash.length, documentHash.length);
    return both;
  }

  /** The options are read with the document's contexts, and what those do not define is refused. */
  CoveredDocument canonicalOptions(CoveredDocument document, JsonObject options) throws NotCovered {
    var context = document.json().get("@context");
    return jsonLd.cover(JsonTree.object(options).add("@context", context).build());
  }

  @Override
  public String sign(SigningKey key, byte[] signingInput) {
    return Multibase.base58(key.sign(signingInput));
  }

  @Override
  public boolean verifies(PublicKey key, byte[] signingInput, String proofValue) {
    return Multibase.decodeBase58(proofValue)
        .map(signature -> key.verifies(signingInput, signature))
        .orElse(false);
  }
}
