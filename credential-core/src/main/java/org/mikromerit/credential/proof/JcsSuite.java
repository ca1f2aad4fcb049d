package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.KeyType;

/**
 * The suites that sign a document's text: the hash of its canonical JSON (RFC 8785). Data Integrity
 * EdDSA Cryptosuites 1.0, section 3.3; ECDSA Cryptosuites 1.0, section 3.3.
 *
 * <p>A proof repeats the document's contexts. The specification would let contexts be added behind
 * them once it is signed; here they must be the same, for more of them change what is said.
 */
public final class JcsSuite implements Cryptosuite {

  private static final String CONTEXT = "@context";

  private final String name;
  private final Set<KeyType> types;

  private JcsSuite(String name, Set<KeyType> types) {
    this.name = name;
    this.types = types;
  }

  /** {@code eddsa-jcs-2022}. */
  public static JcsSuite eddsa2022() {
    return new JcsSuite("eddsa-jcs-2022", Set.of(KeyType.ED25519));
  }

  /** {@code ecdsa-jcs-2019}. */
  public static JcsSuite ecdsa2019() {
    return new JcsSuite("ecdsa-jcs-2019", Set.of(KeyType.P256, KeyType.P384));
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
  public JsonObject complete(JsonObject options, JsonObject document) {
    JsonValue context = document.get(CONTEXT);
    return context == null ? options : JsonTree.object(options).add(CONTEXT, context).build();
  }

  @Override
  public byte[] signingInput(CoveredDocument document, JsonObject options, KeyType type)
      throws NotCovered {
    document.requireSameContexts(options);
    return Hashes.of(type, CanonicalJson.of(options), CanonicalJson.of(document.json()));
  }
}
