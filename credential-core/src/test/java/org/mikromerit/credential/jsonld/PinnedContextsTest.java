package org.mikromerit.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedContextsTest {

  @Test
  void theSetIsWhatIsNeededAndNoMore() {
    assertThat(PinnedContexts.standard().all())
        .extracting(PinnedContext::url)
        .containsExactlyInAnyOrder(
            "https://www.w3.org/ns/credentials/v2",
            "https://www.w3.org/2018/credentials/v1",
            "https://w3id.org/security/data-integrity/v1",
            "https://w3id.org/security/data-integrity/v2",
            "https://w3id.org/security/suites/ed25519-2020/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            "https://w3id.org/mikromerit/credential/v1");
  }

  @Test
  void aChangedByteStopsTheProgram() {
    byte[] bytes = PinnedContexts.mikromeritBytes();
    String sha256 = "5eca17fb41aaab542efc670347b6d5d0cb453f0e82995ac45bdca5d08509bf9c";
    byte[] changed = bytes.clone();
    changed[changed.length / 2]++;

    assertThat(PinnedContext.of(PinnedContexts.MIKROMERIT, bytes, sha256)).isNotNull();
    assertThatIllegalStateException()
        .isThrownBy(() -> PinnedContext.of(PinnedContexts.MIKROMERIT, changed, sha256))
        .withMessageContaining("was changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.w3.org/ns/credentials/v2/",
        "http://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/v2#",
        "https://www.w3.org/ns/credentials/v2?",
        "https://www.w3.org/ns/credentials/%762",
        "HTTPS://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/2018/credentials/v1/",
        "file:///etc/passwd",
        "http://127.0.0.1:1/context",
        "jar:file:/x.jar!/y"
      })
  @Tag("S1")
  void nothingElseIsEverLoaded(String url) {
    Assertions.assertThatExceptionOfType(JsonLdError.class)
        .isThrownBy(
            () ->
                PinnedContexts.standard()
                    .loader()
                    .loadDocument(URI.create(url), new DocumentLoaderOptions()));
  }

  @Test
  void ourTermsAreNoneOfTheStandards() throws Exception {
    Set<String> ours = terms(PinnedContexts.MIKROMERIT);

    Set<String> theirs = new TreeSet<>(terms(PinnedContexts.CREDENTIALS_V2));
    theirs.addAll(terms(PinnedContexts.OPEN_BADGES));
    theirs.addAll(terms("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));

    assertThat(ours).hasSizeGreaterThan(30).doesNotContainAnyElementsOf(theirs);
  }

  @Test
  void everyTermOfOursIsProtected() {
    JsonObject context = document(PinnedContexts.MIKROMERIT).getJsonObject("@context");

    assertThat(context.getBoolean("@protected")).isTrue();
    for (JsonValue term : context.values()) {
      if (term instanceof JsonObject definition && definition.containsKey("@context")) {
        assertThat(definition.getJsonObject("@context").getBoolean("@protected")).isTrue();
      }
    }
  }

  @Test
  void ourContextIsServedAsItWasPinned() {
    assertThat(new String(PinnedContexts.mikromeritBytes(), StandardCharsets.UTF_8))
        .startsWith("{")
        .contains("https://w3id.org/mikromerit/vocabulary#workload");
  }

  private static Set<String> terms(String url) {
    Set<String> terms = new TreeSet<>();
    collect(document(url), terms);
    return terms;
  }

  // Terms at any depth: a type's own context may redefine none of ours either.
  private static void collect(JsonValue value, Set<String> terms) {
    if (value instanceof JsonObject object) {
      if (object.get("@context") instanceof JsonObject context) {
        context.keySet().stream()
            .filter(term -> !term.startsWith("@") && !term.equals("id") && !term.equals("type"))
            .forEach(terms::add);
      }
      object.values().forEach(each -> collect(each, terms));
    }
  }

  private static JsonObject document(String url) {
    return PinnedContexts.standard().all().stream()
        .filter(context -> context.url().equals(url))
        .findFirst()
        .orElseThrow()
        .document();
  }
}
