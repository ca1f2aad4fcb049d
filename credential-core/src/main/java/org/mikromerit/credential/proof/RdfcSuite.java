package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;

/**
 * The suites that sign what a document means: the hash of its canonical RDF (RDFC-1.0). Data
 * Integrity EdDSA Cryptosuites 1.0, section 3.2; ECDSA Cryptosuites 1.0, section 3.2.
 */
public final class RdfcSuite implements Cryptosuite {

  private final String name;
  private final Set<KeyType> types;
  private final StrictJsonLd jsonLd;

  private RdfcSuite(String name, Set<KeyType> types, StrictJsonLd jsonLd) {
    this.name = name;
    this.types = types;
    this.jsonLd = jsonLd;
  }

  /** {@code eddsa-rdfc-2022}. */
  public static RdfcSuite eddsa2022(StrictJsonLd jsonLd) {
    return new RdfcSuite("eddsa-rdfc-2022", Set.of(KeyType.ED25519), jsonLd);
  }

  /** {@code ecdsa-rdfc-2019}. */
  public static RdfcSuite ecdsa2019(StrictJsonLd jsonLd) {
    return new RdfcSuite("ecdsa-rdfc-2019", Set.of(KeyType.P256, KeyType.P384), jsonLd);
  }

  /**
   * {@code Ed25519Signature2020}, the suite before {@code eddsa-rdfc-2022}, which says itself as
   * the proof's type and signs in the same way; read and not written.
   */
  public static RdfcSuite ed25519Signature2020(StrictJsonLd jsonLd) {
    return new RdfcSuite(Proof.ED25519_SIGNATURE_2020, Set.of(KeyType.ED25519), jsonLd);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean takes(KeyType type) {
    return types.contains(type);
  }

  @Override
  public byte[] signingInput(CoveredDocument document, JsonObject options, KeyType type)
      throws NotCovered {
    String hash = type.digest();
    return Hashes.of(type, canonicalOptions(document, options).quads(hash), document.quads(hash));
  }

  /** The options are read with the document's contexts, and what those do not define is refused. */
  CoveredDocument canonicalOptions(CoveredDocument document, JsonObject options) throws NotCovered {
    JsonValue context = document.json().get("@context");
    document.requireSameContexts(options);
    return jsonLd.cover(JsonTree.object(options).add("@context", context).build());
  }
}
