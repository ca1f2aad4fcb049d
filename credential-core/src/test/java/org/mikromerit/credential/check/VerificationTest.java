package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class VerificationTest extends CheckTest {

  @Test
  void aSoundCredentialIsValidAndSaysWhatItSays() {
    Verdict verdict = verify(signed());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.findings())
        .extracting(Finding::check, Finding::code)
        .containsExactly(
            Tuple.tuple(CheckName.FORMAT, FindingCode.FORMAT_RECOGNISED),
            Tuple.tuple(CheckName.PROOF, FindingCode.PROOF_HOLDS),
            Tuple.tuple(CheckName.ISSUER, FindingCode.ISSUER_AUTHORISED),
            Tuple.tuple(CheckName.ISSUING_RIGHT, FindingCode.ISSUED_BY_CREATOR),
            Tuple.tuple(CheckName.ACCREDITATION, FindingCode.NO_ACCREDITATION_RECORDED),
            Tuple.tuple(CheckName.STATUS, FindingCode.STATUS_STANDING),
            Tuple.tuple(CheckName.TIME, FindingCode.WITHIN_VALIDITY),
            Tuple.tuple(CheckName.HOLDER_BINDING, FindingCode.NOT_BOUND_TO_HOLDER),
            Tuple.tuple(CheckName.COMPLETENESS, FindingCode.ELEMENTS_COMPLETE),
            Tuple.tuple(CheckName.COMPLETENESS, FindingCode.BADGE_COMPLETE),
            Tuple.tuple(CheckName.QUALITY_ASSURANCE, FindingCode.ASSURANCE_NOT_RECORDED));
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @Test
  void aCredentialOfADidKeyThatNobodyListsIsValidWithAWarning() {
    JsonObject unsigned = Samples.unsigned(DidKey.of(stranger.publicKey()));
    var bare = JsonTree.object(unsigned);
    bare.remove("credentialStatus");
    world.forget(Samples.hygiene().id());

    Verdict verdict =
        verify(
            Samples.signed(
                bare.build(), stranger, DidKey.verificationMethod(stranger.publicKey())));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(codes(verdict)).contains(FindingCode.ISSUER_UNKNOWN, FindingCode.STATUS_NOT_OFFERED);
  }

  @Test
  void whatIsNotCheckedSaysSoAndWhy() {
    Verdict verdict = verify("{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(verdict.findings().subList(1, verdict.findings().size()))
        .extracting(Finding::check)
        .containsExactly(
            CheckName.PROOF,
            CheckName.ISSUER,
            CheckName.ISSUING_RIGHT,
            CheckName.ACCREDITATION,
            CheckName.STATUS,
            CheckName.TIME,
            CheckName.HOLDER_BINDING,
            CheckName.PARTS,
            CheckName.COMPLETENESS,
            CheckName.QUALITY_ASSURANCE,
            CheckName.ENDORSEMENTS);
    assertThat(verdict.findings().get(1))
        .isEqualTo(
            new Finding(
                CheckName.PROOF, FindingCode.NOT_CHECKED, Map.of("because", "context-unsound")));
  }
}
