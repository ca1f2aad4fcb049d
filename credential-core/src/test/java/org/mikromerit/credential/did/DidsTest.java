package org.mikromerit.credential.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.testing.Samples;

class DidsTest {

  /** As W3C DID 1.0, section 3.1 writes it, rule for rule. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "did:[a-z0-9]+:(?:(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})*:)*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+");

  @Test
  void aDidIsWhatTheGrammarSays() {
    var random = new Random(20261122);
    List<String> pieces =
        List.of("did:", "web", ":", "a", "%4f", "%", "é", "Z", ".", "_-", "/", "#", "\n");
    for (int i = 0; i < 100_000; i++) {
      String tail =
          random
              .ints(random.nextInt(1, 8), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      String text = random.nextInt(4) == 0 ? tail : "did:x:" + tail;

      assertThat(Did.parse(text).isPresent()).as(text).isEqualTo(GRAMMAR.matcher(text).matches());
    }
  }

  @Test
  void aPortIsWrittenEncoded() {
    Did did = DidWeb.of(URI.create("http://localhost:8082"), "organisations", "abc");

    assertThat(did.value()).isEqualTo("did:web:localhost%3A8082:organisations:abc");
  }

  @ParameterizedTest
  @CsvSource({
    "did:web:example.org,https://example.org/.well-known/did.json",
    "did:web:localhost%3A8082:organisations:abc,https://localhost:8082/organisations/abc/did.json",
    "did:web:example.org%3a443:x,https://example.org:443/x/did.json"
  })
  void aDidWebNamesOnePlace(String did, String url) {
    assertThat(DidWeb.documentUrl(new Did(did))).contains(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:web:example.org:..:x",
        "did:web:example.org:.",
        "did:web:example.org:a%2Fb",
        "did:web:example.org:%2e%2e:x",
        "did:web:example.org%3A99999",
        "did:web:example.org%3A0",
        "did:web:example.org%3A80%3A90",
        "did:web:example.org%2Fx",
        "did:web:-x.org",
        "did:web:x..org",
        "did:web:user%40example.org",
        "did:web:example.org:a::b",
        "did:web:%5B%3A%3A1%5D",
        "did:web:127.0.0.1",
        "did:web:2130706433",
        "did:web:0x7f.1",
        "did:web:example.3A8443",
        "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
      })
  void anUnsoundDidWebNamesNoPlace(String did) {
    assertThat(DidWeb.documentUrl(new Did(did))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did",
        "did:web",
        "did:web:",
        "did:WEB:x",
        "DID:web:x",
        "did:web:x#y",
        "did:web:x/y",
        "did:web:x?y",
        "did:web:exämple.org",
        "did:web:x y",
        "did:web:%zz",
        "https://example.org",
        "did:web:x\n"
      })
  void whatIsNoDidIsRefused(String text) {
    assertThat(Did.parse(text)).isEmpty();
  }

  @Test
  void aTextOfAnyLengthIsRefusedQuickly() {
    assertThat(Did.parse("did:web:" + "a:".repeat(500_000))).isEmpty();
    assertThat(Did.parse("did:web:" + ":".repeat(400) + "!")).isEmpty();
  }

  @Test
  void aPathThatLeadsElsewhereMakesNoDid() {
    URI base = URI.create("https://example.org");

    assertThatIllegalArgumentException().isThrownBy(() -> DidWeb.of(base, "a/b"));
    assertThatIllegalArgumentException().isThrownBy(() -> DidWeb.of(base, ".."));
    assertThatIllegalArgumentException().isThrownBy(() -> DidWeb.of(base, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> DidWeb.of(base, "a%2Fb"));
  }

  @Test
  void aDidKeyIsItsOwnKey() {
    PublicKey key = Samples.KEY.publicKey();

    assertThat(DidKey.key(DidKey.of(key))).contains(key);
    assertThat(DidKey.verificationMethod(key).url())
        .isEqualTo("did:key:" + key.multibase() + "#" + key.multibase());
    assertThat(DidKey.key(Samples.SCHOOL)).isEmpty();
  }

  @Test
  void aVerificationMethodComesBackFromItsUrl() {
    assertThat(VerificationMethodId.parse(Samples.METHOD.url())).contains(Samples.METHOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"did:web:x", "did:web:x#", "did:web:x/y#z", "did:web:x#y#z", "#y", "did:web:x# "})
  void whatIsNoVerificationMethodIsRefused(String url) {
    assertThat(VerificationMethodId.parse(url)).isEmpty();
  }

  @Test
  void theDocumentListsReplacedKeysAsBelievedAndRevokedOnesAsNot() throws Exception {
    PublicKey old = Samples.key("old").publicKey();
    PublicKey lost = Samples.key("lost").publicKey();
    PublicKey current = Samples.KEY.publicKey();

    JsonObject document =
        StrictJson.parse(
            DidDocument.compose(
                Samples.SCHOOL,
                List.of(
                    DidDocument.Key.of(current),
                    DidDocument.Key.of(old),
                    new DidDocument.Key(
                        lost.multibase(), lost, Instant.parse("2026-01-01T00:00:00Z")))));

    assertThat(document.getString("id")).isEqualTo(Samples.SCHOOL.value());
    assertThat(document.getJsonArray("verificationMethod")).hasSize(3);
    assertThat(document.getJsonArray("verificationMethod").getJsonObject(0))
        .hasToString(
            "{\"id\":\"%1$s#%2$s\",\"type\":\"Multikey\",\"controller\":\"%1$s\",\"publicKeyMultibase\":\"%2$s\"}"
                .formatted(Samples.SCHOOL, current.multibase()));
    assertThat(document.getJsonArray("verificationMethod").getJsonObject(2).getString("revoked"))
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(document.getJsonArray("assertionMethod"))
        .hasToString(
            "[\"%1$s#%2$s\",\"%1$s#%3$s\"]"
                .formatted(Samples.SCHOOL, current.multibase(), old.multibase()));
  }
}
