package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.document.Unicode;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Mutations;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** The signature covers everything that a credential says, and nothing of how it is written. */
@Tag("S3")
class TamperingTest {

  private final World world =
      new World()
          .announce(Samples.PART, new CredentialStatuses.Standing(Samples.ISSUED))
          .announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));

  @Test
  void noMemberCanBeChangedOrLeftOut() throws Exception {
    JsonObject award = StrictJson.parse(Samples.signed(Samples.unsignedAward()));
    Verification verification = world.verification();
    assertThat(verification.verify(award, Samples.NOW).conclusion()).isEqualTo(Conclusion.VALID);

    List<Mutations.Mutation> mutations = Mutations.of(award);

    assertThat(mutations).hasSizeGreaterThan(250);
    for (Mutations.Mutation mutation : mutations) {
      Verdict verdict = verification.verify(mutation.document(), Samples.NOW);
      assertThat(verdict.conclusion())
          .as(mutation.what())
          .isIn(Conclusion.INVALID, Conclusion.UNDECIDED);
      assertThat(verdict.facts()).as(mutation.what()).isEmpty();
    }
  }

  @RepeatedTest(5)
  void anotherOrderAndOtherWhiteSpaceChangeNothing(RepetitionInfo repetition) throws Exception {
    JsonObject award = StrictJson.parse(Samples.signed(Samples.unsignedAward()));
    JsonObject shuffled = Mutations.shuffled(award, new Random(repetition.getCurrentRepetition()));
    byte[] copy = Mutations.spaced(shuffled).getBytes(StandardCharsets.UTF_8);

    Verdict verdict = world.verification().verify(copy, Samples.NOW);

    assertThat(verdict).isEqualTo(world.verification().verify(award, Samples.NOW));
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void aRevokedCredentialIsRevokedHoweverItIsWritten() throws Exception {
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));
    JsonObject signed = StrictJson.parse(Samples.signed(Samples.unsigned()));
    byte[] copy =
        Mutations.spaced(Mutations.shuffled(signed, new Random(1)))
            .getBytes(StandardCharsets.UTF_8);

    Verdict verdict = world.verification().verify(copy, Samples.NOW);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings()).extracting(Finding::code).contains(FindingCode.REVOKED);
  }

  @Test
  void everyReadableTextSurvivesSigningAndReading() throws Exception {
    for (String text : HostileTexts.all()) {
      if (text.isBlank() || text.length() > 200 || !Unicode.isReadable(text)) {
        continue;
      }
      var content =
          Samples.content(
              new Holder(text, "Öberg"),
              Samples.hygiene(LangString.of("sv", text), Samples.hygiene().workload()),
              null);

      Verdict verdict =
          world
              .verification()
              .verify(Samples.signed(OpenBadgeComposer.compose(content)), Samples.NOW);

      assertThat(verdict.conclusion()).as(text).isEqualTo(Conclusion.VALID);
      assertThat(verdict.facts().orElseThrow().holderName()).contains(text + " Öberg");
      assertThat(verdict.facts().orElseThrow().title()).isEqualTo(text);
    }
  }
}
