package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.document.Unicode;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jsonld.TemplateRules;
import org.mikromerit.credential.jsonld.TemplateWatch;
import org.mikromerit.credential.jsonld.VerifyingTemplates;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Mutations;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** Whether a template stands for canonicalisation or not, the verdict is the same. */
@Tag("S3")
class VerdictByTemplateTest {

  private final World world =
      new World()
          .announce(Samples.PART, new CredentialStatuses.Standing(Samples.ISSUED))
          .announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));

  private final Counting counted = new Counting();
  private final VerifyingTemplates templates =
      new VerifyingTemplates(
          StrictJsonLd.standard(), new TemplateRules(100, 10_000_000, 1_000_000), counted);
  private final Verification byTemplate = world.verification(templates);
  private final Verification generally = world.verification();

  private static final class Counting implements TemplateWatch {

    private int byTemplate;

    @Override
    public void covered(boolean template) {
      byTemplate += template ? 1 : 0;
    }

    @Override
    public void differed(String outline) {
      throw new AssertionError("a template differs");
    }

    @Override
    public void failed(RuntimeException reason) {
      throw reason;
    }
  }

  @Test
  void whatIsValidIsValid() throws Exception {
    JsonObject award = learned(Samples.unsignedAward());

    Verdict verdict = byTemplate.verify(award, Samples.NOW);

    assertThat(verdict).isEqualTo(generally.verify(award, Samples.NOW));
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    // The document and its proof's options.
    assertThat(counted.byTemplate).isEqualTo(2);
  }

  @Test
  void whatWasTamperedWithIsInvalidForTheSameReason() throws Exception {
    JsonObject award = learned(Samples.unsignedAward());

    for (Mutations.Mutation mutation : Mutations.of(award)) {
      Verdict verdict = byTemplate.verify(mutation.document(), Samples.NOW);

      assertThat(verdict)
          .as(mutation.what())
          .isEqualTo(generally.verify(mutation.document(), Samples.NOW));
      assertThat(verdict.conclusion()).as(mutation.what()).isNotEqualTo(Conclusion.VALID);
    }
    assertThat(counted.byTemplate).isGreaterThan(30);
  }

  @Test
  void whatIsLikeATamperedDocumentIsStillInvalid() throws Exception {
    JsonObject award = learned(Samples.unsignedAward());
    for (Mutations.Mutation mutation : Mutations.of(award)) {
      for (int i = 0; i < 2; i++) {
        assertThat(byTemplate.verify(mutation.document(), Samples.NOW).conclusion())
            .as(mutation.what())
            .isNotEqualTo(Conclusion.VALID);
      }
    }
    assertThat(byTemplate.verify(award, Samples.NOW).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @RepeatedTest(3)
  void anotherOrderIsLearnedAsAnotherAndIsValidAllTheSame(RepetitionInfo repetition)
      throws Exception {
    JsonObject award = learned(Samples.unsignedAward());
    JsonObject shuffled = Mutations.shuffled(award, new Random(repetition.getCurrentRepetition()));

    for (int i = 0; i < 4; i++) {
      assertThat(byTemplate.verify(shuffled, Samples.NOW))
          .isEqualTo(generally.verify(shuffled, Samples.NOW));
    }
    JsonObject tampered = with(shuffled, "awardedDate", "2026-03-01T08:00:01Z");
    assertThat(byTemplate.verify(tampered, Samples.NOW))
        .isEqualTo(generally.verify(tampered, Samples.NOW));
    assertThat(counted.byTemplate).isGreaterThan(4);
  }

  @Test
  void everyReadableTextIsVerifiedAsItWasSigned() throws Exception {
    var _ = learned(Samples.unsigned());
    Random random = new Random(7);
    for (String text : HostileTexts.all()) {
      if (text.isBlank() || text.length() > 200 || !Unicode.isReadable(text)) {
        continue;
      }
      JsonObject signed =
          signed(
              OpenBadgeComposer.compose(
                  Samples.content(new Holder(text, "Öberg"), Samples.hygiene(), null)));
      JsonObject tampered = with(signed, "id", "urn:uuid:" + new UUID(random.nextLong(), 1));

      Verdict verdict = byTemplate.verify(signed, Samples.NOW);

      assertThat(verdict).as(text).isEqualTo(generally.verify(signed, Samples.NOW));
      assertThat(verdict.conclusion()).as(text).isEqualTo(Conclusion.VALID);
      assertThat(byTemplate.verify(tampered, Samples.NOW))
          .as(text)
          .isEqualTo(generally.verify(tampered, Samples.NOW));
    }
    assertThat(counted.byTemplate).isGreaterThan(100);
  }

  @Test
  void everyOtherCheckIsMadeAllTheSame() throws Exception {
    JsonObject credential = learned(Samples.unsigned());
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));

    Verdict verdict = byTemplate.verify(credential, Samples.NOW);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings()).extracting(Finding::code).contains(FindingCode.REVOKED);
  }

  @Test
  void nothingIsLearnedFromAnIssuerThatNobodyLists() throws Exception {
    var key = Samples.key("nobody");
    var did = DidKey.of(key.publicKey());
    JsonObject theirs =
        StrictJson.parse(
            Samples.signed(Samples.unsigned(did), key, DidKey.verificationMethod(key.publicKey())));
    for (int i = 0; i < 4; i++) {
      assertThat(byTemplate.verify(theirs, Samples.NOW))
          .isEqualTo(generally.verify(theirs, Samples.NOW));
    }

    assertThat(counted.byTemplate).isZero();
  }

  @Test
  void nothingIsLearnedFromWhatIsInvalid() throws Exception {
    JsonObject tampered = with(signed(Samples.unsigned()), "awardedDate", "2026-03-01T08:00:01Z");
    for (int i = 0; i < 4; i++) {
      assertThat(byTemplate.verify(tampered, Samples.NOW).conclusion())
          .isEqualTo(Conclusion.INVALID);
    }

    assertThat(counted.byTemplate).isZero();
  }

  @Test
  void aTemplateOfOneIssuerSaysNothingForAnother() throws Exception {
    var _ = learned(Samples.unsigned());
    var key = Samples.key("another");
    var did = DidKey.of(key.publicKey());
    JsonObject claimed =
        StrictJson.parse(
            Samples.signed(Samples.unsigned(did), key, DidKey.verificationMethod(key.publicKey())));
    JsonObject underTheName =
        JsonTree.object(claimed).add("issuer", Samples.unsigned().get("issuer")).build();

    assertThat(byTemplate.verify(underTheName, Samples.NOW).findings())
        .extracting(Finding::code)
        .contains(FindingCode.PROOF_KEY_FOREIGN);
  }

  /** A signed document whose like has a template. */
  private JsonObject learned(JsonObject unsigned) throws Exception {
    JsonObject signed = signed(unsigned);
    var _ = byTemplate.verify(signed, Samples.NOW);
    var _ = byTemplate.verify(signed, Samples.NOW);
    return signed;
  }

  private static JsonObject signed(JsonObject unsigned) throws Exception {
    return StrictJson.parse(Samples.signed(unsigned));
  }

  private static JsonObject with(JsonObject document, String member, String value) {
    return JsonTree.object(document).add(member, value).build();
  }
}
