package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.testing.Samples;

/** Proofs that stand side by side, and proofs that were made over others. */
@Tag("S3")
class ProofChainTest {
  private static final StrictJsonLd JSON_LD = StrictJsonLd.standard();
  private static final SigningKey KEY = Samples.key("chain");
  private static final Did ISSUER = DidKey.of(KEY.publicKey());
  private static final JsonObject DOCUMENT = Samples.unsigned(ISSUER);
  private static final String FIRST = "urn:uuid:0190e000-0000-7000-8000-00000000aa01";
  private static final String SECOND = "urn:uuid:0190e000-0000-7000-8000-00000000aa02";

  static List<Cryptosuite> suites() {
    return List.of(RdfcSuite.eddsa2022(JSON_LD), JcsSuite.eddsa2022());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyProofOfASetHolds(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = proof(suite, SECOND, List.of());

    assertThat(verified(first, second)).isInstanceOf(ProofResult.Holds.class);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void oneBrokenProofOfASetBreaksIt(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = withValueOf(proof(suite, SECOND, List.of()), first);

    assertThat(verified(first, second)).isEqualTo(new ProofResult.Fails(ProofFault.SIGNATURE));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aLinkThatWasMadeOverAnotherHolds(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = proof(suite, SECOND, List.of(first));

    assertThat(verified(first, second)).isInstanceOf(ProofResult.Holds.class);
    assertThat(verified(second, first)).isInstanceOf(ProofResult.Holds.class);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aLinkWhoseEarlierProofWasTakenAwayIsBroken(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = proof(suite, SECOND, List.of(first));

    assertThat(verified(second)).isEqualTo(new ProofResult.Fails(ProofFault.LINK_MISSING));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aLinkWhoseEarlierProofWasExchangedIsBroken(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = proof(suite, SECOND, List.of(first));
    JsonObject other = proof(suite, FIRST, List.of(), "2026-03-02T09:30:14Z");

    assertThat(verified(other, second)).isEqualTo(new ProofResult.Fails(ProofFault.SIGNATURE));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void aLinkThatOnlySaysThatItIsOneIsBroken(Cryptosuite suite) throws Exception {
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject said =
        JsonTree.object(proof(suite, SECOND, List.of())).add("previousProof", FIRST).build();

    assertThat(verified(first, said)).isEqualTo(new ProofResult.Fails(ProofFault.SIGNATURE));
  }

  @Test
  void twoProofsOfOneNameAreNoLink() throws Exception {
    Cryptosuite suite = JcsSuite.eddsa2022();
    JsonObject first = proof(suite, FIRST, List.of());
    JsonObject second = proof(suite, SECOND, List.of(first));

    assertThat(verified(first, first, second))
        .isEqualTo(new ProofResult.Fails(ProofFault.LINK_MISSING));
  }

  @Test
  void proofsThatRestOnEachOtherAreBroken() throws Exception {
    Cryptosuite suite = JcsSuite.eddsa2022();
    JsonObject first =
        JsonTree.object(proof(suite, FIRST, List.of())).add("previousProof", SECOND).build();
    JsonObject second = proof(suite, SECOND, List.of(first));

    assertThat(verified(first, second)).isEqualTo(new ProofResult.Fails(ProofFault.SIGNATURE));
  }

  private static JsonObject proof(Cryptosuite suite, String id, List<JsonObject> previous)
      throws NotCovered {
    return proof(suite, id, previous, "2026-03-02T09:30:15Z");
  }

  private static JsonObject proof(
      Cryptosuite suite, String id, List<JsonObject> previous, String created) throws NotCovered {
    var options =
        JsonTree.object()
            .add("id", id)
            .add("type", "DataIntegrityProof")
            .add("cryptosuite", suite.name())
            .add("created", created)
            .add("verificationMethod", DidKey.verificationMethod(KEY.publicKey()).url())
            .add("proofPurpose", "assertionMethod");
    CoveredDocument covered = JSON_LD.cover(DOCUMENT);
    if (!previous.isEmpty()) {
      options.add("previousProof", previous.getFirst().getString("id"));
      covered = JSON_LD.cover(covered, previous);
    }
    JsonObject complete = suite.complete(options.build(), DOCUMENT);
    byte[] input = suite.signingInput(covered, complete, KEY.publicKey().type());
    return JsonTree.object(complete).add("proofValue", Multibase.base58(KEY.sign(input))).build();
  }

  private static JsonObject withValueOf(JsonObject proof, JsonObject other) {
    return JsonTree.object(proof).add("proofValue", other.getString("proofValue")).build();
  }

  private static ProofResult verified(JsonObject... proofs) throws Exception {
    List<JsonValue> all = new ArrayList<>(List.of(proofs));
    var array = JsonTree.array();
    all.forEach(array::add);
    JsonObject signed = JsonTree.object(DOCUMENT).add("proof", array).build();
    return ProofVerifier.standard(_ -> new IssuerKeys.UnknownIssuer())
        .verify(signed, JSON_LD.cover(DOCUMENT), ISSUER, Samples.NOW);
  }
}
