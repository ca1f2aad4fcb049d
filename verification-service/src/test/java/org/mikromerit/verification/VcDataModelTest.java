package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.proof.Cryptosuite;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.proof.RdfcSuite;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/**
 * What the W3C's specifications demand of a verifier (each MUST that can be asked over the VC-API),
 * by the sections of the Verifiable Credentials Data Model 2.0 and of Data Integrity 1.0: what is
 * signed here is signed by a key that is its own name, and by nothing that would refuse to sign.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("VER-2")
class VcDataModelTest {
  private static final Set<Integer> BELIEVED = Set.of(200);
  private static final Set<Integer> REFUSED = Set.of(400, 422);
  private static final StrictJsonLd JSON_LD = StrictJsonLd.standard();
  private static final String DATA_MODEL = "https://www.w3.org/ns/credentials/v2";

  private final SigningKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
  private final String did = DidKey.of(key.publicKey()).value();

  @TestFactory
  Stream<DynamicContainer> proofsOfCredentials() {
    return Stream.of(
        section(
            "2.1 proofs",
            believed("as it should be", credential(_ -> {}, _ -> {})),
            believed("with an id", credential(_ -> {}, o -> o.add("id", "urn:uuid:1"))),
            refused("an id that is no URL", credential(_ -> {}, o -> o.add("id", "no url"))),
            refused(
                "another purpose",
                credential(_ -> {}, o -> o.add("proofPurpose", "authentication"))),
            refused(
                "a time without a zone",
                credential(_ -> {}, o -> o.add("created", "2026-05-20T12:00:00"))),
            refused("expired", credential(_ -> {}, o -> o.add("expires", "2026-05-21T12:00:00Z"))),
            refused("an end that is no time", credential(_ -> {}, o -> o.add("expires", "never"))),
            refused(
                "made over a proof that is not there",
                credential(_ -> {}, o -> o.add("previousProof", "urn:uuid:2"))),
            refused(
                "a key that is nobody's name",
                credential(_ -> {}, o -> o.add("verificationMethod", "did:key:zNone#zNone"))),
            refused(
                "a key of another",
                credential(c -> c.add("issuer", "did:web:another.example"), _ -> {}))),
        section(
            "the suites",
            believed("over the text", signed(plain(_ -> {}), JcsSuite.eddsa2022(), _ -> {})),
            refused(
                "over the text, and said to be over the meaning",
                proofChanged(
                    signed(plain(_ -> {}), JcsSuite.eddsa2022(), _ -> {}),
                    p -> p.add("cryptosuite", "eddsa-rdfc-2022"))),
            refused(
                "over the meaning, and said to be over the text",
                proofChanged(
                    credential(_ -> {}, _ -> {}), p -> p.add("cryptosuite", "eddsa-jcs-2022"))),
            refused(
                "for a key of another kind",
                proofChanged(
                    credential(_ -> {}, _ -> {}), p -> p.add("cryptosuite", "ecdsa-rdfc-2019"))),
            refused("no base-58 value", value(v -> "u" + v.substring(1))),
            refused("a value without its prefix", value(v -> v.substring(1))),
            refused("a value cut short", value(v -> v.substring(0, v.length() - 2))),
            refused("a value with more behind it", value(v -> v + "1")),
            refused("an empty value", value(_ -> "z"))),
        section(
            "what is signed is not sound",
            refused("begun in no time", credential(c -> c.add("validFrom", "soon"), _ -> {})),
            refused(
                "not begun", credential(c -> c.add("validFrom", "2999-01-01T00:00:00Z"), _ -> {})),
            refused("ended", credential(c -> c.add("validUntil", "2026-05-21T12:00:00Z"), _ -> {})),
            refused(
                "a status of a kind that is not known",
                credential(
                    c ->
                        c.add(
                            "credentialStatus",
                            JsonTree.object().add("type", "https://example.org/Status")),
                    _ -> {})),
            believed(
                "a type that is a URL",
                credential(
                    c ->
                        c.add(
                            "type",
                            JsonTree.array()
                                .add("VerifiableCredential")
                                .add("https://example.org/Diploma")),
                    _ -> {}))));
  }

  @TestFactory
  Stream<DynamicContainer> presentations() {
    JsonObject shown = credential(_ -> {}, _ -> {});
    return Stream.of(
        section(
            "4.13 presentations",
            shownWell("as it should be", presentation(_ -> {})),
            shownWell("with an id", presentation(p -> p.add("id", "urn:uuid:3"))),
            shownWell(
                "of a type besides",
                presentation(
                    p ->
                        p.add(
                            "type",
                            JsonTree.array()
                                .add("VerifiablePresentation")
                                .add("https://example.org/Application")))),
            shownWell(
                "a holder as an object",
                presentation(p -> p.add("holder", JsonTree.object().add("id", did)))),
            shownWell(
                "several credentials",
                presentation(
                    p -> p.add("verifiableCredential", JsonTree.array().add(shown).add(shown)))),
            shownWell("none at all", presentation(p -> p.remove("verifiableCredential")))),
        section(
            "4.13 what is none",
            dynamicTest(
                "verified: as it should be, unsigned",
                () -> assertStatus(show(bare(_ -> {}), JsonTree.object().build()), BELIEVED)),
            noPresentation("an id that is no URL", bare(p -> p.add("id", "no url"))),
            noPresentation("no type", bare(p -> p.remove("type"))),
            noPresentation("another type", bare(p -> p.add("type", "https://example.org/Other"))),
            noPresentation("no context", bare(p -> p.remove("@context"))),
            noPresentation(
                "another context first",
                bare(p -> p.add("@context", JsonTree.array().add("https://example.org/v1")))),
            noPresentation(
                "a context that is a number",
                bare(p -> p.add("@context", JsonTree.array().add(DATA_MODEL).add(7)))),
            noPresentation(
                "a credential that is a number", bare(p -> p.add("verifiableCredential", 7))),
            noPresentation(
                "a credential that is a URL",
                bare(p -> p.add("verifiableCredential", "https://example.org/credentials/1"))),
            noPresentation("a holder that is no URL", bare(p -> p.add("holder", "nobody"))),
            noPresentation(
                "a holder without an id", bare(p -> p.add("holder", JsonTree.object())))),
        section(
            "4.13.3 the holder's own word",
            notShown("without the holder's name", presentation(p -> p.remove("holder"))),
            notShown(
                "of another holder",
                presentation(p -> p.add("holder", "did:web:another.example")))),
        section(
            "Data Integrity of presentations",
            notShown(
                "for asserting",
                signedPresentation(_ -> {}, o -> o.add("proofPurpose", "assertionMethod"))),
            notShown(
                "for another challenge",
                signedPresentation(_ -> {}, o -> o.add("challenge", "c2"))),
            notShown(
                "for another domain",
                signedPresentation(_ -> {}, o -> o.add("domain", "x.example"))),
            notShown("for no challenge", signedPresentation(_ -> {}, o -> o.remove("challenge"))),
            notShown(
                "changed since",
                JsonTree.object(presentation(_ -> {})).add("id", "urn:uuid:4").build())));
  }

  private static DynamicContainer section(String name, DynamicTest... tests) {
    return dynamicContainer(name, Stream.of(tests));
  }

  private static DynamicTest believed(String what, JsonObject credential) {
    return dynamicTest("verified: " + what, () -> assertStatus(verify(credential), BELIEVED));
  }

  private static DynamicTest refused(String what, JsonObject credential) {
    return dynamicTest("not verified: " + what, () -> assertStatus(verify(credential), REFUSED));
  }

  private static DynamicTest shownWell(String what, JsonObject presentation) {
    return dynamicTest("verified: " + what, () -> assertStatus(show(presentation), BELIEVED));
  }

  private static DynamicTest notShown(String what, JsonObject presentation) {
    return dynamicTest("not verified: " + what, () -> assertStatus(show(presentation), REFUSED));
  }

  /** Shown by nobody, so that it is not for a missing proof that it is refused. */
  private static DynamicTest noPresentation(String what, JsonObject presentation) {
    return dynamicTest(
        "not verified: " + what,
        () -> assertStatus(show(presentation, JsonTree.object().build()), REFUSED));
  }

  private static void assertStatus(Reply reply, Set<Integer> statuses) {
    assertThat(reply.status()).as(reply.body()).isIn(statuses);
  }

  private static Reply verify(JsonObject credential) {
    return post(
        "/credentials/verify", JsonTree.object().add("verifiableCredential", credential).build());
  }

  private static Reply show(JsonObject presentation) {
    return show(
        presentation,
        JsonTree.object().add("challenge", "c1").add("domain", "employer.example").build());
  }

  private static Reply show(JsonObject presentation, JsonObject options) {
    return post(
        "/presentations/verify",
        JsonTree.object()
            .add("verifiablePresentation", presentation)
            .add("options", options)
            .build());
  }

  private static Reply post(String path, JsonObject request) {
    return new Http("http://localhost:" + RestAssured.port)
        .post(path)
        .json(new String(StrictJson.write(request), StandardCharsets.UTF_8))
        .send();
  }

  private JsonObject plain(Consumer<JsonObjectBuilder> change) {
    JsonObjectBuilder credential =
        JsonTree.object()
            .add("@context", JsonTree.array().add(DATA_MODEL))
            .add("type", JsonTree.array().add("VerifiableCredential"))
            .add("issuer", did)
            .add("credentialSubject", JsonTree.object().add("name", "Åsa Öberg"));
    change.accept(credential);
    return credential.build();
  }

  private JsonObject credential(
      Consumer<JsonObjectBuilder> change, Consumer<JsonObjectBuilder> option) {
    return signed(plain(change), RdfcSuite.eddsa2022(JSON_LD), option);
  }

  private JsonObject value(UnaryOperator<String> change) {
    JsonObject signed = credential(_ -> {}, _ -> {});
    String value = signed.getJsonObject("proof").getString("proofValue");
    return proofChanged(signed, p -> p.add("proofValue", change.apply(value)));
  }

  private static JsonObject proofChanged(JsonObject signed, Consumer<JsonObjectBuilder> change) {
    JsonObjectBuilder proof = JsonTree.object(signed.getJsonObject("proof"));
    change.accept(proof);
    return JsonTree.object(signed).add("proof", proof).build();
  }

  private JsonObject presentation(Consumer<JsonObjectBuilder> change) {
    return signedPresentation(change, _ -> {});
  }

  /** Unsigned: nobody could sign it so that the step to RDF takes it. */
  private JsonObject bare(Consumer<JsonObjectBuilder> change) {
    JsonObjectBuilder presentation =
        JsonTree.object()
            .add("@context", JsonTree.array().add(DATA_MODEL))
            .add("type", JsonTree.array().add("VerifiablePresentation"))
            .add("holder", did)
            .add("verifiableCredential", JsonTree.array().add(credential(_ -> {}, _ -> {})));
    change.accept(presentation);
    return presentation.build();
  }

  private JsonObject signedPresentation(
      Consumer<JsonObjectBuilder> change, Consumer<JsonObjectBuilder> option) {
    return signed(
        bare(change),
        RdfcSuite.eddsa2022(JSON_LD),
        o -> {
          o.add("proofPurpose", "authentication")
              .add("challenge", "c1")
              .add("domain", "employer.example");
          option.accept(o);
        });
  }

  private JsonObject signed(
      JsonObject document, Cryptosuite suite, Consumer<JsonObjectBuilder> change) {
    JsonObjectBuilder chosen =
        JsonTree.object()
            .add("type", "DataIntegrityProof")
            .add("cryptosuite", suite.name())
            .add("created", "2026-05-20T12:00:00Z")
            .add("verificationMethod", DidKey.verificationMethod(key.publicKey()).url())
            .add("proofPurpose", "assertionMethod");
    change.accept(chosen);
    try {
      JsonObject options = suite.complete(chosen.build(), document);
      byte[] input = suite.signingInput(covered(document), options, key.publicKey().type());
      return JsonTree.object(document)
          .add(
              "proof",
              JsonTree.object(options).add("proofValue", Multibase.base58(key.sign(input))))
          .build();
    } catch (NotCovered e) {
      // A proof option that no processor would take: then it is in no signature either.
      return JsonTree.object(document)
          .add("proof", chosen.add("proofValue", Multibase.base58(key.sign(new byte[64]))))
          .build();
    }
  }

  private static CoveredDocument covered(JsonObject document) throws NotCovered {
    return JsonTree.hasType(document, "VerifiablePresentation")
        ? JSON_LD.coverPresentation(document)
        : JSON_LD.cover(document);
  }
}
