package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/**
 * A check is looked at through the verdict that it takes part in, on the sample school's
 * credential.
 */
abstract class CheckTest {

  static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant AFTER = Instant.parse("2026-03-02T09:30:18Z");

  final World world = new World();
  final SigningKey stranger = Samples.key("stranger");
  final Did strangersDid = DidWeb.of(Samples.PUBLIC_BASE, "organisations", "stranger");

  Verdict verify(byte[] document) {
    return verify(json(document));
  }

  Verdict verify(JsonObject document) {
    return world.verification().verify(document, Samples.NOW);
  }

  static void assertFails(Verdict verdict, FindingCode code) {
    assertConcludes(verdict, Conclusion.INVALID, code);
    assertThat(verdict.facts()).isEmpty();
  }

  static void assertConcludes(Verdict verdict, Conclusion conclusion, FindingCode code) {
    assertThat(codes(verdict)).contains(code);
    assertThat(verdict.conclusion()).isEqualTo(conclusion);
  }

  static List<FindingCode> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  static byte[] signed() {
    return Samples.signed(Samples.unsigned());
  }

  static JsonObject with(JsonObject json, String member, @Nullable JsonValue value) {
    return JsonTree.object(json).add(member, Objects.requireNonNull(value)).build();
  }

  static JsonObject json(byte[] bytes) {
    try {
      return StrictJson.parse(bytes);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }
}
