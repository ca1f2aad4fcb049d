package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/**
 * What the W3C's specifications demand of an issuer (each MUST that can be asked over the VC-API),
 * by the sections of the Verifiable Credentials Data Model 2.0, of Data Integrity 1.0 and of
 * Bitstring Status List 1.0.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@Tag("S4")
class VcDataModelTest {
  private static final String V2 = "https://www.w3.org/ns/credentials/v2";
  private static final String OPEN_BADGES =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  private Institution institution;
  private JsonNode instance;

  @BeforeEach
  void anInstanceThatIsItsKey() {
    institution = Institution.authorised();
    instance = made("{\"name\": \"key\", \"did\": \"key\"}");
  }

  @TestFactory
  Stream<DynamicContainer> dataModel() {
    return Stream.of(
        section(
            "4.3 contexts",
            signs("more than one", c -> contexts(c).add(OPEN_BADGES)),
            refuses("none", c -> c.remove("@context")),
            refuses("the base one not first", c -> contexts(c).insert(0, OPEN_BADGES)),
            refuses("another alone", c -> c.putArray("@context").add(OPEN_BADGES)),
            refuses("what is no URL", c -> contexts(c).add("https ://not-a-url/v1")),
            refuses("a number", c -> contexts(c).add(192_875))),
        section(
            "4.4 identifiers",
            signs("a DID", c -> c.put("id", "did:example:abc")),
            signs("an https URL", c -> c.put("id", "https://example.org/credentials/7")),
            refuses("null", c -> c.putNull("id")),
            refuses("two", c -> c.putArray("id").add("urn:a:1").add("urn:a:2")),
            refuses("no URL", c -> c.put("id", "no url")),
            refuses(
                "two of the subject",
                c -> subject(c).putArray("id").add("did:example:a").add("did:example:b")),
            refuses("of the subject, no URL", c -> subject(c).put("id", "no url"))),
        section(
            "4.5 types",
            signs("a URL beside", c -> types(c).add("https://example.org/Diploma")),
            signs("in any order", c -> types(c).insert(0, "https://example.org/Diploma")),
            signs("a term of a context", c -> badge(c)),
            refuses("none", c -> c.remove("type")),
            refuses("another alone", c -> c.putArray("type").add("https://example.org/Diploma")),
            refuses("a term of no context", c -> types(c).add("Diploma")),
            untyped("credentialStatus"),
            untyped("credentialSchema"),
            untyped("refreshService"),
            untyped("termsOfUse"),
            untyped("evidence")),
        section("4.6 names", texts("name", c -> c)),
        section("4.6 descriptions", texts("description", c -> c)),
        section("4.6 the issuer's name", texts("name", this::issuer)),
        section("4.6 the issuer's description", texts("description", this::issuer)),
        section(
            "4.7 issuer",
            signs("a URL", c -> c.put("issuer", did())),
            signs("an object with an id", this::issuer),
            refuses("no URL", c -> c.put("issuer", "no url")),
            refuses("null", c -> c.putNull("issuer")),
            refuses("an object whose id is null", c -> c.putObject("issuer").putNull("id")),
            refuses("an object whose id is no URL", c -> c.putObject("issuer").put("id", "no url")),
            refuses("an object without an id", c -> c.putObject("issuer").put("name", "Nobody"))),
        section(
            "4.8 subject",
            signs(
                "several",
                c -> {
                  ArrayNode subjects = c.putArray("credentialSubject");
                  subjects.addObject().put("name", "Åsa");
                  subjects.addObject().put("name", "Åke");
                }),
            refuses("none", c -> c.remove("credentialSubject")),
            refuses("one of whom nothing is claimed", c -> c.putObject("credentialSubject")),
            refuses(
                "such a one among others",
                c -> {
                  ArrayNode subjects = c.putArray("credentialSubject");
                  subjects.addObject().put("name", "Åsa");
                  subjects.addObject();
                }),
            refuses("a text", c -> c.put("credentialSubject", "did:example:abc"))),
        section(
            "4.9 validity period",
            signs("to the millisecond", c -> c.put("validFrom", "2026-01-01T00:00:00.123Z")),
            signs("west of Greenwich", c -> c.put("validFrom", "2026-01-01T00:00:00-05:00")),
            signs("from long hence", c -> c.put("validFrom", "2099-01-01T00:00:00Z")),
            signs("until long ago", c -> c.put("validUntil", "2001-01-01T00:00:00Z")),
            signs(
                "one after the other",
                c ->
                    c.put("validFrom", "2026-01-01T00:00:00Z")
                        .put("validUntil", "2027-01-01T01:00:00+02:00")),
            refuses(
                "an end before the beginning",
                c ->
                    c.put("validFrom", "2026-01-01T00:00:00Z")
                        .put("validUntil", "2026-01-01T01:00:00+02:00")),
            refuses("without a time zone", c -> c.put("validFrom", "2026-01-01T00:00:00")),
            refuses("a beginning that is no time", c -> c.put("validFrom", "08/02/2026")),
            refuses("an end that is no time", c -> c.put("validUntil", 20_260_101))),
        section(
            "4.10 status",
            signs("without an id", c -> typed(c, "credentialStatus")),
            signs("with an id", c -> typed(c, "credentialStatus").put("id", "https://e.org/s#1")),
            refuses(
                "two ids",
                c -> typed(c, "credentialStatus").putArray("id").add("urn:a:1").add("urn:a:2")),
            refuses("an id that is no URL", c -> typed(c, "credentialStatus").put("id", "no url")),
            refuses(
                "a type that means nothing",
                c -> c.putObject("credentialStatus").put("type", "?"))),
        section(
            "4.11 data schemas",
            signs("one", c -> schema(c.putObject("credentialSchema"))),
            signs(
                "several",
                c -> {
                  ArrayNode schemas = c.putArray("credentialSchema");
                  schema(schemas.addObject());
                  schema(schemas.addObject()).put("id", "https://example.org/other.json");
                }),
            refuses("no id", c -> schema(c.putObject("credentialSchema")).remove("id")),
            refuses(
                "an id that is no URL", c -> schema(c.putObject("credentialSchema")).put("id", 7))),
        section(
            "5.2 extensibility",
            refuses(
                "a context that redefines what is protected",
                c ->
                    contexts(c).addObject().put("VerifiableCredential", "https://evil.example/VC")),
            refuses("a member that no context knows", c -> c.put("nobodyDefinedThis", "x"))),
        section(
            "5.3 related resources",
            refuses(
                "no digest", c -> c.putArray("relatedResource").addObject().put("id", OPEN_BADGES)),
            refuses(
                "a digest of something else",
                c ->
                    c.putArray("relatedResource")
                        .addObject()
                        .put("id", OPEN_BADGES)
                        .put("digestSRI", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")),
            refuses(
                "one twice",
                c -> {
                  ArrayNode resources = c.putArray("relatedResource");
                  for (int i = 0; i < 2; i++) {
                    resources
                        .addObject()
                        .put("id", OPEN_BADGES)
                        .put("digestSRI", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
                  }
                })),
        section(
            "5.4 to 5.6 refreshing, terms of use, evidence",
            signs("a refresh service", c -> typed(c, "refreshService")),
            signs("terms of use", c -> typed(c, "termsOfUse").put("id", "https://example.org/t")),
            signs("evidence", c -> typed(c, "evidence")),
            signs(
                "several of evidence",
                c -> {
                  ArrayNode evidence = c.putArray("evidence");
                  evidence.addObject().put("type", "https://example.org/A");
                  evidence.addObject().put("type", "https://example.org/B");
                })));
  }

  @ParameterizedTest
  @CsvSource({
    "Ed25519, eddsa-rdfc-2022, 64",
    "Ed25519, eddsa-jcs-2022,  64",
    "P-256,   ecdsa-rdfc-2019, 64",
    "P-256,   ecdsa-jcs-2019,  64",
    "P-384,   ecdsa-rdfc-2019, 96",
    "P-384,   ecdsa-jcs-2019,  96"
  })
  void proofsAreAsTheSuitesDemand(String keyType, String cryptosuite, int bytes) {
    JsonNode of =
        made(
            """
            {"name": "di", "did": "key", "keyType": "%s", "cryptosuite": "%s"}
            """
                .formatted(keyType, cryptosuite));

    JsonNode signed = issued(of, credential());

    JsonNode proof = signed.path("proof");
    assertThat(proof.path("type").asText()).isEqualTo("DataIntegrityProof");
    assertThat(proof.path("cryptosuite").asText()).isEqualTo(cryptosuite);
    assertThat(proof.path("proofPurpose").asText()).isEqualTo("assertionMethod");
    assertThat(OffsetDateTime.parse(proof.path("created").asText())).isNotNull();
    String method = proof.path("verificationMethod").asText();
    String multibase = method.substring(method.indexOf('#') + 1);
    assertThat(method).isEqualTo("did:key:" + multibase + "#" + multibase);
    assertThat(Multibase.decodeBase58(multibase)).isPresent();
    assertThat(Multibase.decodeBase58(proof.path("proofValue").asText()).orElseThrow())
        .hasSize(bytes);
  }

  @ParameterizedTest
  @CsvSource({"Ed25519", "P-256", "P-384"})
  void statusEntriesAreAsTheListsSpecificationDemands(String keyType) {
    JsonNode of =
        made("{\"name\": \"status\", \"status\": true, \"keyType\": \"" + keyType + "\"}");

    JsonNode entry = issued(of, credential()).path("credentialStatus");

    assertThat(entry.path("type").asText()).isEqualTo("BitstringStatusListEntry");
    assertThat(entry.path("statusPurpose").isTextual()).isTrue();
    assertThat(entry.path("statusListIndex").isTextual()).isTrue();
    assertThat(entry.path("statusListIndex").asText()).matches("0|[1-9][0-9]*");
    assertThat(entry.path("statusListCredential").asText()).startsWith("http");
    assertThat(entry.path("id").asText())
        .as("never the list itself (2.1)")
        .isNotEqualTo(entry.path("statusListCredential").asText());
  }

  private static DynamicContainer section(String name, Stream<DynamicTest> tests) {
    return dynamicContainer(name, tests);
  }

  private static DynamicContainer section(String name, DynamicTest... tests) {
    return section(name, Stream.of(tests));
  }

  private DynamicTest signs(String what, Consumer<ObjectNode> change) {
    return dynamicTest(
        "signs: " + what,
        () -> {
          Reply reply = reply(changed(change));
          assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        });
  }

  private DynamicTest refuses(String what, Consumer<ObjectNode> change) {
    return dynamicTest(
        "refuses: " + what,
        () -> {
          Reply reply = reply(changed(change));
          assertThat(reply.status()).as(reply.body()).isIn(400, 422);
        });
  }

  private DynamicTest untyped(String member) {
    return refuses(
        member + " without a type", c -> c.putObject(member).put("id", "https://example.org/1"));
  }

  /** 4.6 and 11.1: a text, or one for each language, each with nothing but what it is. */
  private Stream<DynamicTest> texts(
      String member, java.util.function.UnaryOperator<ObjectNode> where) {
    return Stream.of(
        signs("a text", c -> where.apply(c).put(member, "Åsas bevis")),
        signs("in a language", c -> text(where.apply(c).putObject(member), "sv")),
        // 11.1 allows it; but the step to RDF drops it, so that a signature would not cover it.
        refuses(
            "in a direction",
            c -> text(where.apply(c).putObject(member), "ar").put("@direction", "rtl")),
        signs(
            "in several languages",
            c -> {
              ArrayNode texts = where.apply(c).putArray(member);
              text(texts.addObject(), "sv");
              text(texts.addObject(), "en");
            }),
        refuses(
            "with more in it",
            c -> text(where.apply(c).putObject(member), "en").put("url", "https://example.org/x")));
  }

  private static ObjectNode text(ObjectNode text, String language) {
    return text.put("@value", "Åsas bevis").put("@language", language);
  }

  private static ObjectNode typed(ObjectNode credential, String member) {
    return credential.putObject(member).put("type", "https://example.org/" + member);
  }

  private static ObjectNode schema(ObjectNode schema) {
    return schema.put("type", "JsonSchema").put("id", "https://example.org/schema.json");
  }

  private static void badge(ObjectNode credential) {
    contexts(credential).add(OPEN_BADGES);
    types(credential).add("OpenBadgeCredential");
  }

  private static ArrayNode contexts(ObjectNode credential) {
    return (ArrayNode) credential.get("@context");
  }

  private static ArrayNode types(ObjectNode credential) {
    return (ArrayNode) credential.get("type");
  }

  private static ObjectNode subject(ObjectNode credential) {
    return (ObjectNode) credential.get("credentialSubject");
  }

  private ObjectNode issuer(ObjectNode credential) {
    return credential.putObject("issuer").put("id", did());
  }

  private String did() {
    return instance.path("issuer").asText();
  }

  private static ObjectNode changed(Consumer<ObjectNode> change) {
    ObjectNode credential = credential();
    change.accept(credential);
    return credential;
  }

  private static ObjectNode credential() {
    return Institution.object(
        """
        {"@context": ["%s"], "type": ["VerifiableCredential"],
         "credentialSubject": {"id": "did:example:abcdef", "name": "Åsa Öberg 🌻"}}
        """
            .formatted(V2));
  }

  private JsonNode made(String wanted) {
    Reply made = institution.post("/issuers", wanted);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private JsonNode issued(JsonNode by, ObjectNode credential) {
    Reply reply = reply(by, credential);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json().path("verifiableCredential");
  }

  private Reply reply(ObjectNode credential) {
    return reply(instance, credential);
  }

  private Reply reply(JsonNode by, ObjectNode credential) {
    ObjectNode request = Institution.object("{}");
    request.set("credential", credential);
    return institution.post(
        "/issuers/" + by.path("id").asText() + "/credentials/issue", request.toString());
  }
}
