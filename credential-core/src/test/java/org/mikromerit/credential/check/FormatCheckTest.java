package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class FormatCheckTest extends CheckTest {

  @Test
  void whatIsNoCredentialFailsTheFormat() {
    Verdict verdict = verify("{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings().getFirst().check()).isEqualTo(CheckName.FORMAT);
    assertThat(verdict.findings().getFirst().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aStatusListIsNobodysCredential() {
    Verdict verdict = verify(Samples.statusList(1));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(codes(verdict)).contains(FindingCode.NOT_A_CREDENTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "issuer", "credentialSubject"})
  void aDocumentWithoutWhatEveryCredentialHasIsNone(String member) {
    var document = JsonTree.object(json(signed()));
    document.remove(member);

    Verdict verdict = verify(document.build());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings().getFirst().outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuer|\"urn:x:issuer\"",
        "validFrom|\"2026-03-02\"",
        "validUntil|\"10000-01-01T00:00:00Z\"",
        "validFrom|[\"2026-03-02T09:30:15Z\",\"2026-03-02T09:30:15Z\"]",
        "credentialSubject|[{\"id\":\"urn:x:1\"},{\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"urn:x:2\",\"type\":[\"Achievement\"]}}]",
        "credentialStatus|\"http://localhost:8082/status-lists/1#94567\"",
        "evidence|\"urn:x:1\""
      })
  void aMemberInAnotherFormThanIsReadIsNotReadAsNone(String member, String value) {
    JsonObject document =
        with(
            Samples.unsigned(),
            member,
            json(("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8)).get("v"));

    Verdict verdict = verify(document);

    assertThat(verdict.findings().getFirst())
        .isEqualTo(
            new Finding(CheckName.FORMAT, FindingCode.NOT_A_CREDENTIAL, Map.of("member", member)));
  }

  @Test
  void whatTheDataModelLeavesOpenMayBeLeftOut() throws Exception {
    JsonObject bare =
        JsonTree.object()
            .add("@context", JsonTree.array().add(PinnedContexts.CREDENTIALS_V2))
            .add("type", "VerifiableCredential")
            .add("issuer", Samples.SCHOOL.value())
            .add(
                "credentialSubject",
                JsonTree.array()
                    .add(JsonTree.object().add("id", "urn:x:1").add("name", "Åsa"))
                    .add(JsonTree.object().add("id", "urn:x:2").add("name", "Örjan")))
            .build();

    Verdict verdict = verify(Samples.signed(bare));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(verdict.facts().orElseThrow().id()).isEmpty();
    assertThat(verdict.facts().orElseThrow().issuedAt())
        .as("when it was signed")
        .isBeforeOrEqualTo(Samples.NOW);
  }

  @Test
  void anUnknownTermIsRefused() {
    Verdict verdict = verify(with(json(signed()), "honours", JsonTree.string("summa cum laude")));

    assertThat(verdict.findings().getFirst().code()).isEqualTo(FindingCode.MEMBER_NOT_COVERED);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @Test
  void aStatusCannotBeHiddenUnderItsFullName() {
    JsonObject signed = json(signed());
    var hidden = JsonTree.object(signed);
    hidden.remove("credentialStatus");
    hidden.add(
        "https://www.w3.org/2018/credentials#credentialStatus", signed.get("credentialStatus"));

    assertThat(verify(hidden.build()).findings().getFirst().code())
        .isEqualTo(FindingCode.MEMBER_NOT_COVERED);
  }

  @Test
  @Tag("S1")
  void anUnknownContextIsNotFetchedAndLeavesEverythingOpen() {
    JsonArray contexts =
        JsonTree.array()
            .add("https://www.w3.org/ns/credentials/v2")
            .add("http://169.254.169.254/context")
            .build();

    Verdict verdict = verify(with(json(signed()), "@context", contexts));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.findings().getFirst())
        .isEqualTo(
            new Finding(
                CheckName.FORMAT,
                FindingCode.CONTEXT_UNKNOWN,
                Map.of("place", "http://169.254.169.254/context")));
  }

  @Test
  void aDocumentOfOneDataModelIsNoneOfAnother() {
    JsonArray older = JsonTree.array().add(PinnedContexts.CREDENTIALS_V1).build();
    JsonArray both =
        JsonTree.array()
            .add(PinnedContexts.CREDENTIALS_V2)
            .add(PinnedContexts.CREDENTIALS_V1)
            .build();

    assertThat(verify(with(json(signed()), "@context", older)).conclusion())
        .isEqualTo(Conclusion.INVALID);
    assertThat(codes(verify(with(json(signed()), "@context", both))))
        .contains(FindingCode.CONTEXT_UNSOUND);
  }

  @Test
  void anIssuerThatIsNamedByAnAddressIsUndecided() {
    JsonObject named = with(Samples.unsigned(), "issuer", JsonTree.string("https://a.example/i"));

    assertConcludes(
        verify(with(named, "proof", json(signed()).get("proof"))),
        Conclusion.UNDECIDED,
        FindingCode.PROOF_ISSUER_KEYS_UNKNOWN);
  }

  @Test
  void aProofThatDoesNotSayWhenItWasMadeIsUndecided() {
    JsonObject signed = json(signed());
    var undated = JsonTree.object(signed.getJsonArray("proof").getJsonObject(0));
    undated.remove("created");

    assertConcludes(
        verify(with(signed, "proof", undated.build())),
        Conclusion.UNDECIDED,
        FindingCode.PROOF_UNDATED);
  }
}
