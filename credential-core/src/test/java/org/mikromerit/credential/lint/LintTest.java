package org.mikromerit.credential.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.lint.Fault.Code;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.testing.Samples;

@Tag("S3")
class LintTest {

  private static final String V2 = "https://www.w3.org/ns/credentials/v2";

  @Test
  void whatWeComposeIsFaultless() {
    assertThat(Lint.faults(Samples.unsigned())).isEmpty();
    assertThat(Lint.faults(Samples.unsignedAward())).isEmpty();
    assertThat(Lint.faults(Samples.unsignedUnderRight())).isEmpty();
  }

  @Test
  void theLeastCredentialIsFaultless() throws Exception {
    JsonObject least =
        json(
            """
            {"@context": "https://www.w3.org/ns/credentials/v2", "type": "VerifiableCredential",
             "issuer": "did:example:1", "credentialSubject": {"id": "did:example:2"}}
            """);

    assertThat(Lint.faults(least)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@context|'\"https://www.w3.org/2018/credentials/v1\"'|NOT_A_CREDENTIAL|/@context",
        "type|'\"OpenBadgeCredential\"'|NOT_A_CREDENTIAL|/type",
        "id|'\"1\"'|ID_NOT_A_URL|/id",
        "id|'\"urn:x:a b\"'|ID_NOT_A_URL|/id",
        "id|7|ID_NOT_A_URL|/id",
        "issuer|7|ID_NOT_A_URL|/issuer",
        "issuer|'\"the school\"'|ID_NOT_A_URL|/issuer",
        "issuer|'{\"name\":\"x\"}'|ID_MISSING|/issuer/id",
        "credentialSubject|'{}'|SUBJECT_EMPTY|/credentialSubject",
        "credentialSubject|'[]'|SUBJECT_EMPTY|/credentialSubject",
        "credentialSubject|'\"did:example:1\"'|SUBJECT_EMPTY|/credentialSubject",
        "credentialSubject|'[{\"id\":\"urn:x:1\"},{}]'|SUBJECT_EMPTY|/credentialSubject/1",
        "credentialSubject|'{\"id\":\"me\"}'|ID_NOT_A_URL|/credentialSubject/id",
        "validFrom|'\"2026-03-02\"'|TIME_MALFORMED|/validFrom",
        "validFrom|'\"2026-03-02T09:30:15\"'|TIME_MALFORMED|/validFrom",
        "validFrom|7|TIME_MALFORMED|/validFrom",
        "validUntil|'\"2026-02-30T00:00:00Z\"'|TIME_MALFORMED|/validUntil",
        "validUntil|'\"2026-03-02T09:30:14Z\"'|VALIDITY_INVERTED|/validUntil",
        "validUntil|'\"2026-03-02T09:30:15Z\"'|VALIDITY_INVERTED|/validUntil",
        "validUntil|'\"2026-03-02T10:30:15+01:00\"'|VALIDITY_INVERTED|/validUntil",
        "name|'[{\"@value\":\"a\"},\"b\"]'|MALFORMED|/name/1",
        "name|7|MALFORMED|/name",
        "name|'{\"@language\":\"sv\"}'|MALFORMED|/name",
        "name|'[{\"@value\":\"a\",\"@language\":\"sv\"},{\"@value\":\"b\",\"@language\":\"SV\"}]'|LANGUAGE_REPEATED|/name/1",
        "credentialStatus|'\"https://x.example/1\"'|TYPE_MISSING|/credentialStatus/type",
        "credentialStatus|'{\"id\":\"https://x.example/1\"}'|TYPE_MISSING|/credentialStatus/type",
        "credentialStatus|'{\"type\":[],\"id\":\"https://x.example/1\"}'|TYPE_MISSING|/credentialStatus/type",
        "credentialStatus|'{\"type\":\"X\",\"id\":\"1\"}'|ID_NOT_A_URL|/credentialStatus/id",
        "credentialStatus|'{\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\",\"statusListIndex\":7,\"statusListCredential\":\"https://x.example/1\"}'|MALFORMED|/credentialStatus/statusListIndex",
        "credentialStatus|'{\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\",\"statusListIndex\":\"7\",\"statusListCredential\":\"1\"}'|MALFORMED|/credentialStatus/statusListCredential",
        "credentialStatus|'{\"type\":\"BitstringStatusListEntry\",\"statusListIndex\":\"7\",\"statusListCredential\":\"https://x.example/1\"}'|MALFORMED|/credentialStatus/statusPurpose",
        "credentialSchema|'{\"type\":\"JsonSchema\"}'|ID_MISSING|/credentialSchema/id",
        "credentialSchema|'{\"id\":\"https://x.example/1\"}'|TYPE_MISSING|/credentialSchema/type",
        "credentialSchema|'{\"type\":\"JsonSchema\",\"id\":\"schema.json\"}'|ID_NOT_A_URL|/credentialSchema/id",
        "refreshService|'{\"id\":\"https://x.example/1\"}'|TYPE_MISSING|/refreshService/type",
        "termsOfUse|'[{\"type\":\"X\"},{\"type\":7}]'|TYPE_MISSING|/termsOfUse/1/type",
        "evidence|'{\"name\":\"x\"}'|TYPE_MISSING|/evidence/type",
        "confidenceMethod|'{\"id\":\"urn:x:1\"}'|TYPE_MISSING|/confidenceMethod/type",
        "relatedResource|'\"https://www.w3.org/ns/credentials/v2\"'|MALFORMED|/relatedResource",
        "relatedResource|'{\"digestSRI\":\"sha256-x\"}'|ID_MISSING|/relatedResource/id",
        "relatedResource|'{\"id\":\"https://www.w3.org/ns/credentials/v2\"}'|DIGEST_MISSING|/relatedResource"
      })
  void eachFaultIsFoundWhereItIs(String member, String value, Code code, String place)
      throws Exception {
    JsonObject document =
        JsonTree.object(Samples.unsigned())
            .add(member, json("{\"value\":" + value + "}").get("value"))
            .build();

    assertThat(Lint.faults(document)).containsExactly(new Fault(code, place));
  }

  @Test
  void whatHasNoIssuerIsNotSigned() {
    JsonObject document = JsonTree.object(Samples.unsigned()).remove("issuer").build();

    assertThat(Lint.faults(document)).containsExactly(new Fault(Code.ID_MISSING, "/issuer"));
  }

  @ParameterizedTest
  @CsvSource({
    "digestSRI,sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=",
    "digestSRI,sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
    "digestMultibase,uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA"
  })
  void aTrueDigestOfAKnownResourceIsSigned(String member, String digest) {
    assertThat(Lint.faults(withResource(V2, member, digest))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // A letter changed in each.
    "digestSRI,sha256-XZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=,DIGEST_WRONG",
    "digestSRI,sha384-m/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU,DIGEST_WRONG",
    "digestMultibase,uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNQ,DIGEST_WRONG",
    // The example of the specification itself, which has one letter too many.
    "digestSRI,sha384-Ml/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU,DIGEST_MALFORMED",
    "digestSRI,sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzR=,DIGEST_MALFORMED",
    "digestSRI,sha384-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=,DIGEST_MALFORMED",
    "digestSRI,md5-1B2M2Y8AsgTpgAmY7PhCfg==,DIGEST_MALFORMED",
    "digestSRI,59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734,DIGEST_MALFORMED",
    "digestMultibase,uEiBZ,DIGEST_MALFORMED",
    "digestMultibase,z,DIGEST_MALFORMED",
    // SHA-512 of it was never published.
    "digestSRI,sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==,RESOURCE_UNKNOWN"
  })
  void aDigestThatIsNotTheResourcesIsNotSigned(String member, String digest, Code code) {
    assertThat(Lint.faults(withResource(V2, member, digest)))
        .containsExactly(new Fault(code, "/relatedResource/" + member));
  }

  @Test
  void aResourceThatIsNotHeldHasNoDigestToVouchFor() {
    JsonObject document =
        withResource(
            "https://x.example/picture.png",
            "digestSRI",
            "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=");

    assertThat(Lint.faults(document))
        .containsExactly(new Fault(Code.RESOURCE_UNKNOWN, "/relatedResource/digestSRI"));
  }

  @Test
  void aResourceIsDescribedOnce() {
    JsonObject resource =
        JsonTree.object()
            .add("id", V2)
            .add("digestSRI", "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=")
            .build();
    JsonObject document =
        JsonTree.object(Samples.unsigned())
            .add("relatedResource", JsonTree.array().add(resource).add(resource))
            .build();

    assertThat(Lint.faults(document))
        .containsExactly(new Fault(Code.RESOURCE_REPEATED, "/relatedResource/1/id"));
  }

  @Test
  void aThousandFaultsAreToldInPart() {
    var subjects = JsonTree.array();
    for (int i = 0; i < 1_000; i++) {
      subjects.add("x");
    }
    JsonObject document =
        JsonTree.object(Samples.unsigned()).add("credentialSubject", subjects).build();

    assertThat(Lint.faults(document)).hasSizeLessThan(100).isNotEmpty();
  }

  @Test
  void aFaultyDocumentIsNotSigned() {
    JsonObject document =
        JsonTree.object(Samples.unsigned())
            .add("validUntil", "2001-01-01T00:00:00Z")
            .add("evidence", JsonTree.object().add("name", "x"))
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DocumentSigner.standard()
                    .sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED))
        .withMessageContaining("VALIDITY_INVERTED")
        .withMessageContaining("TYPE_MISSING");
  }

  private static JsonObject withResource(String id, String member, String digest) {
    return JsonTree.object(Samples.unsigned())
        .add("relatedResource", JsonTree.object().add("id", id).add(member, digest))
        .build();
  }

  private static JsonObject json(String text) throws Exception {
    return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
