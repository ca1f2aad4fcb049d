package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;

/**
 * One Data Integrity proof as a document carries it (VC Data Integrity 1.0, section 2.1), read so
 * that each option means one thing only.
 *
 * @param options all of it but its value: what the signature covers
 * @param previous the ids of the proofs that it was made over, besides the document
 */
record Proof(
    JsonObject options,
    String cryptosuite,
    VerificationMethodId method,
    Instant created,
    @Nullable Instant expires,
    List<String> previous,
    String value) {

  static final String TYPE = "DataIntegrityProof";
  static final String ED25519_SIGNATURE_2020 = "Ed25519Signature2020";
  static final String PURPOSE = "assertionMethod";
  static final String AUTHENTICATION = "authentication";

  private static final Set<String> MEMBERS =
      Set.of(
          "@context",
          "id",
          "type",
          "cryptosuite",
          "created",
          "expires",
          "verificationMethod",
          "proofPurpose",
          "proofValue",
          "domain",
          "challenge",
          "nonce",
          "previousProof");

  /** A proof, or why it is none that we can check. */
  sealed interface Reading {}

  record Read(Proof proof) implements Reading {}

  record Unreadable(ProofFault fault) implements Reading {}

  /**
   * Reads one.
   *
   * @param expected what it must have been made for
   */
  static Reading read(JsonObject json, String expected) {
    Optional<String> type = JsonTree.text(json, "type");
    if (type.isEmpty()) {
      return new Unreadable(ProofFault.MALFORMED);
    }
    if (!type.get().equals(TYPE) && !type.get().equals(ED25519_SIGNATURE_2020)) {
      return new Unreadable(ProofFault.UNKNOWN_SUITE);
    }
    Optional<String> purpose = JsonTree.text(json, "proofPurpose");
    if (purpose.isPresent() && !purpose.get().equals(expected)) {
      return new Unreadable(ProofFault.WRONG_PURPOSE);
    }
    Optional<String> suite = suite(json, type.get());
    Optional<VerificationMethodId> method =
        JsonTree.text(json, "verificationMethod").flatMap(VerificationMethodId::parse);
    Optional<Instant> created = JsonTree.text(json, "created").flatMap(Instants::parse);
    Optional<Instant> expires = JsonTree.text(json, "expires").flatMap(Instants::parse);
    Optional<String> value = JsonTree.text(json, "proofValue");
    List<String> previous = JsonTree.texts(json, "previousProof");
    boolean whole =
        MEMBERS.containsAll(json.keySet())
            && purpose.isPresent()
            && suite.isPresent()
            && method.isPresent()
            && created.isPresent() == json.containsKey("created")
            && expires.isPresent() == json.containsKey("expires")
            && previous.size() == JsonTree.oneOrMany(json, "previousProof").size()
            && value.isPresent();
    if (whole && created.isEmpty()) {
      return new Unreadable(ProofFault.UNDATED);
    }
    return whole
        ? new Read(
            new Proof(
                withoutValue(json),
                suite.get(),
                method.get(),
                created.orElseThrow(),
                expires.orElse(null),
                previous,
                value.get()))
        : new Unreadable(ProofFault.MALFORMED);
  }

  /** An older suite is a type of proof of its own, and its name is no cryptosuite's. */
  private static Optional<String> suite(JsonObject json, String type) {
    return type.equals(TYPE)
        ? JsonTree.text(json, "cryptosuite").filter(name -> !name.equals(ED25519_SIGNATURE_2020))
        : Optional.of(type).filter(_ -> !json.containsKey("cryptosuite"));
  }

  private static JsonObject withoutValue(JsonObject json) {
    JsonObjectBuilder options = JsonTree.object(json);
    options.remove("proofValue");
    return options.build();
  }
}
