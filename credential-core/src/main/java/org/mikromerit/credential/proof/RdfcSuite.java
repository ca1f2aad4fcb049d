package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.KeyType;

/**
 * The suites that sign what a document means: the hash of its canonical RDF (RDFC-1.0). Data
 * Integrity EdDSA Cryptosuites 1.0, section 3.2; ECDSA Cryptosuites 1.0, section 3.2.
 */
public final class RdfcSuite implements Cryptosuite {

  private final String name;
  private final Set<KeyType> types;
  private final Coverage coverage;

  private RdfcSuite(String name, Set<KeyType> types, Coverage coverage) {
    this.name = name;
    this.types = types;
    this.coverage = coverage;
  }

  /** {@code eddsa-rdfc-2022}. */
  public static RdfcSuite eddsa2022(Coverage coverage) {
    return new RdfcSuite("eddsa-rdfc-2022", Set.of(KeyType.ED25519), coverage);
  }

  /** {@code ecdsa-rdfc-2019}. */
  public static RdfcSuite ecdsa2019(Coverage coverage) {
    return new RdfcSuite("ecdsa-rdfc-2019", Set.of(KeyType.P256, KeyType.P384), coverage);
  }

  /**
   * {@code Ed25519Signature2020}, the suite before {@code eddsa-rdfc-2022}, which says itself as
   * the proof's type and signs in the same way; read and not written.
   */
  public static RdfcSuite ed25519Signature2020(Coverage coverage) {
    return new RdfcSuite(Proof.ED25519_SIGNATURE_2020, Set.of(KeyType.ED25519), coverage);
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

  @Override
  public void learn(CoveredDocument document, JsonObject options) {
    coverage.learn(asDocument(options, document));
  }

  /** The options are read with the document's contexts, and what those do not define is refused. */
  CoveredDocument canonicalOptions(CoveredDocument document, JsonObject options) throws NotCovered {
    document.requireSameContexts(options);
    return coverage.cover(asDocument(options, document));
  }

  private static JsonObject asDocument(JsonObject options, CoveredDocument document) {
    JsonValue context = document.json().get("@context");
    return JsonTree.object(options).add("@context", context).build();
  }
}
