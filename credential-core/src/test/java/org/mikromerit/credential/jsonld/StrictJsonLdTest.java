package org.mikromerit.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered.Code;
import org.mikromerit.credential.testing.Samples;

@Tag("S3")
class StrictJsonLdTest {

  private final StrictJsonLd jsonLd = StrictJsonLd.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unknownTerm\":1}",
        "{\"evidence\":{\"type\":\"Evidence\",\"unknownTerm\":\"x\"}}",
        "{\"\":1}",
        "{\"name\":null}",
        "{\"evidence\":[]}",
        "{\"evidence\":[[{\"type\":\"Evidence\"}]]}",
        "{\"https://schema.org/name\":\"x\"}",
        "{\"https://www.w3.org/2018/credentials#credentialStatus\":{\"id\":\"urn:x:1\"}}",
        "{\"schema:name\":\"x\"}",
        "{\"type\":[\"VerifiableCredential\",\"UnknownType\"]}",
        "{\"type\":[\"VerifiableCredential\",\"https://www.w3.org/2018/credentials#Other\"]}",
        "{\"type\":[\"VerifiableCredential\",\"https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential\"]}",
        "{\"type\":\"https://www.w3.org/2018/credentials#VerifiableCredential\"}",
        "{\"credentialStatus\":{\"type\":\"https://www.w3.org/ns/credentials/status#BitstringStatusListEntry\"}}",
        "{\"type\":[\"VerifiableCredential\",\"HTTPS://example.org/Type\"]}",
        "{\"type\":[\"VerifiableCredential\",\"https://example.org/a/../Type\"]}",
        "{\"type\":[\"VerifiableCredential\",\"urn:example:type\"]}",
        "{\"type\":[\"VerifiableCredential\",\"sec:Type\"]}",
        "{\"type\":[\"VerifiableCredential\",1]}",
        "{\"evidence\":\"relative\"}",
        "{\"evidence\":\"../x\"}",
        "{\"evidence\":{\"id\":\"relative\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":\"#x\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":\"_:b0\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":\"urn:x y\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":\"urn:x<y>\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":\"urn:x\\\\y\",\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":5,\"type\":\"Evidence\"}}",
        "{\"evidence\":{\"id\":[\"urn:x:y\"],\"type\":\"Evidence\"}}",
        "{\"id\":\"\"}",
        "{\"@id\":\"urn:x:y\"}",
        "{\"@type\":\"VerifiableCredential\"}",
        "{\"@graph\":[]}",
        "{\"@graph\":{\"name\":\"x\"}}",
        "{\"@reverse\":{\"name\":{\"id\":\"urn:x:y\"}}}",
        "{\"@included\":{\"name\":\"x\"}}",
        "{\"@nest\":{\"name\":\"x\"}}",
        "{\"@index\":\"x\"}",
        "{\"@unknown\":\"x\"}",
        "{\"name\":{\"@value\":\"x\",\"@direction\":\"rtl\"}}",
        "{\"name\":{\"@value\":\"x\",\"@language\":\"not a language\"}}",
        "{\"name\":{\"@value\":\"x\",\"@language\":\"sv_SE\"}}",
        "{\"name\":{\"@value\":\"x\",\"@type\":\"relative\"}}",
        "{\"name\":{\"@list\":[\"x\"]}}",
        "{\"name\":{\"@set\":[\"x\"]}}",
        "{\"name\":{\"@value\":\"x\",\"name\":\"y\"}}",
        "{\"proof\":{\"type\":\"UnknownProof\"}}"
      })
  void whatASignatureWouldNotCoverIsRefused(String members) throws Exception {
    assertRefused(with(members), Code.MEMBER_NOT_COVERED);
  }

  @Test
  void aTypeMayBeAUrlThatNoTermIsForAndIsSigned() throws Exception {
    String type = "https://example.org/Diploma";
    JsonObject one = with("{\"type\":[\"VerifiableCredential\",\"" + type + "\"]}");
    JsonObject other = with("{\"type\":[\"VerifiableCredential\",\"" + type + "s\"]}");

    assertThat(jsonLd.cover(one).quads("SHA-256")).contains("<" + type + ">");
    assertThat(jsonLd.cover(other).quads("SHA-256"))
        .isNotEqualTo(jsonLd.cover(one).quads("SHA-256"));
  }

  @Test
  void everyWordOfAKnownContextMustBeWrittenAsIt() {
    PinnedContexts contexts = PinnedContexts.standard();

    for (PinnedContext context : contexts.all()) {
      for (String iri : iris(context.document())) {
        assertThat(contexts.mayMean(iri)).as(iri).isTrue();
      }
    }
  }

  private static List<String> iris(JsonValue value) {
    return switch (value) {
      case JsonObject object -> object.values().stream().flatMap(v -> iris(v).stream()).toList();
      case JsonArray array -> array.stream().flatMap(v -> iris(v).stream()).toList();
      case JsonString text when text.getString().startsWith("http") -> List.of(text.getString());
      default -> List.of();
    };
  }

  @Test
  void whatIsPlainAndKnownIsCovered() throws Exception {
    JsonObject plain =
        with(
            "{\"name\":[{\"@value\":\"x\",\"@language\":\"sv-SE\"},\"y\"],"
                + "\"evidence\":[{\"id\":\"https://exämple.org/å?q=1#f\",\"type\":\"Evidence\"}]}");

    assertThat(jsonLd.cover(plain).quads("SHA-256"))
        .contains("<https://exämple.org/å?q=1#f>")
        .contains("\"x\"@sv-");
  }

  @Test
  void anIdThatIsDescribedTwiceIsRefused() throws Exception {
    // What one object says of the id could be moved to the other, and the signature would not
    // notice.
    JsonObject twice =
        with(
            "{\"evidence\":[{\"id\":\"urn:x:1\",\"type\":\"Evidence\",\"name\":\"a\"},"
                + "{\"id\":\"urn:x:1\",\"type\":\"Evidence\"}]}");
    JsonObject once =
        with(
            "{\"evidence\":[{\"id\":\"urn:x:1\",\"type\":\"Evidence\",\"name\":\"a\"},"
                + "{\"id\":\"urn:x:1\"}]}");

    assertRefused(twice, Code.MEMBER_NOT_COVERED);
    assertThat(jsonLd.cover(once).quads("SHA-256")).contains("<urn:x:1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://example.org/context\"",
        "[\"https://www.w3.org/ns/credentials/v2\",\"http://169.254.169.254/latest\"]",
        "[\"https://www.w3.org/ns/credentials/v2/\"]",
        "[\"http://www.w3.org/ns/credentials/v2\"]",
        "[\"https://www.w3.org/ns/credentials/v2\",\"https://w3id.org/mikromerit/credential/v2\"]",
        "[\"https://www.w3.org/ns/credentials/v2\",\"relative\"]",
        "[\"https://www.w3.org/ns/credentials/ｖ2\"]",
        "[\"https://www.w3.org/2018/credentials/v1/\"]"
      })
  @Tag("S1")
  void aRemoteOrLookAlikeContextIsUnknown(String contexts) throws Exception {
    assertRefused(with("{\"@context\":" + contexts + "}"), Code.CONTEXT_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{}",
        "{\"@vocab\":\"https://example.org/\"}",
        "[\"https://www.w3.org/ns/credentials/v2\",{\"name\":\"https://example.org/name\"}]",
        "[\"https://www.w3.org/ns/credentials/v2\",null]",
        "[\"https://www.w3.org/ns/credentials/v2\",[\"https://w3id.org/mikromerit/credential/v1\"]]",
        "[\"https://w3id.org/mikromerit/credential/v1\",\"https://www.w3.org/ns/credentials/v2\"]",
        "[\"https://www.w3.org/ns/credentials/v2\",\"https://www.w3.org/ns/credentials/v2\"]"
      })
  void aContextOfItsOwnIsUnsound(String contexts) throws Exception {
    assertRefused(with("{\"@context\":" + contexts + "}"), Code.CONTEXT_UNSOUND);
  }

  @Test
  void aContextWithinTheDocumentIsUnsound() throws Exception {
    assertRefused(
        with("{\"evidence\":{\"@context\":{\"x\":\"urn:x:y\"},\"type\":\"Evidence\",\"x\":1}}"),
        Code.CONTEXT_UNSOUND);
  }

  @Test
  void thousandsOfContextsAreRefused() throws Exception {
    JsonArrayBuilder evidence = JsonTree.array();
    for (int i = 0; i < 900; i++) {
      evidence.add(JsonTree.object().add("@context", JsonTree.object().add("t" + i, "urn:x:" + i)));
    }

    assertRefused(
        JsonTree.object(Samples.unsigned()).add("evidence", evidence).build(),
        Code.CONTEXT_UNSOUND);
  }

  @Test
  void aDocumentWithoutContextIsUnsound() {
    var bare = JsonTree.object(Samples.unsigned());
    bare.remove("@context");

    assertRefused(bare.build(), Code.CONTEXT_UNSOUND);
  }

  @Test
  @Tag("S2")
  void manyNodesAreRefused() {
    JsonArrayBuilder evidence = JsonTree.array();
    for (int i = 0; i < 999; i++) {
      evidence.add(
          JsonTree.object().add("id", "urn:x:" + i).add("type", "Evidence").add("name", "n" + i));
    }

    assertRefused(
        JsonTree.object(Samples.unsigned()).add("evidence", evidence).build(), Code.TOO_COMPLEX);
  }

  @Test
  @Tag("S2")
  void typesAreCountedBeforeTheirContextsAreGoneThrough() {
    var ofOne = JsonTree.array();
    JsonArrayBuilder ofMany = JsonTree.array();
    for (int i = 0; i < 700; i++) {
      ofOne.add("Evidence" + i);
      ofMany.add(
          JsonTree.object()
              .add("id", "urn:x:" + i)
              .add("type", JsonTree.array().add("Evidence").add("Profile")));
    }

    assertRefused(JsonTree.object(Samples.unsigned()).add("type", ofOne).build(), Code.TOO_COMPLEX);
    assertRefused(
        JsonTree.object(Samples.unsigned()).add("evidence", ofMany).build(), Code.TOO_COMPLEX);
  }

  @Test
  void aTypeIsNamedOnce() {
    assertRefused(
        JsonTree.object(Samples.unsigned())
            .add("type", JsonTree.array().add("VerifiableCredential").add("VerifiableCredential"))
            .build(),
        Code.MEMBER_NOT_COVERED);
  }

  @Test
  @Tag("S2")
  void manyBlankNodesAreRefused() {
    JsonArrayBuilder evidence = JsonTree.array();
    for (int i = 0; i < 301; i++) {
      evidence.add(JsonTree.object().add("type", "Evidence"));
    }

    assertRefused(
        JsonTree.object(Samples.unsigned()).add("evidence", evidence).build(), Code.TOO_COMPLEX);
  }

  @Test
  @Tag("S2")
  void entangledBlankNodesAreRefusedBeforeTheyAreNamed() throws Exception {
    CoveredDocument entangled = jsonLd.cover(Samples.entangled());

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> entangled.quads("SHA-256"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.TOO_COMPLEX));
  }

  @Test
  void aDocumentThatSaysNothingIsRefused() {
    assertRefused(
        JsonTree.object()
            .add("@context", JsonTree.array().add(PinnedContexts.CREDENTIALS_V2))
            .build(),
        Code.MEMBER_NOT_COVERED);
  }

  @Test
  void whereItIsIsToldInBoundedPrintableText() {
    JsonObject hostile =
        JsonTree.object(Samples.unsigned()).add("a\n\u0000" + "x".repeat(400) + ":", 1).build();

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> jsonLd.cover(hostile))
        .satisfies(e -> assertThat(e.place()).hasSize(200).startsWith("/a??x"));
  }

  private void assertRefused(JsonObject document, Code code) {
    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> jsonLd.cover(document))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static JsonObject with(String members) throws Exception {
    var document = JsonTree.object(Samples.unsigned());
    for (var member : StrictJson.parse(members.getBytes(StandardCharsets.UTF_8)).entrySet()) {
      JsonValue value = member.getValue();
      document.add(member.getKey(), value);
    }
    return document.build();
  }
}
