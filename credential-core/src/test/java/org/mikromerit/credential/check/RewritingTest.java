package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.testing.Mutations;
import org.mikromerit.credential.testing.Samples;

/**
 * JSON-LD has several ways to write one statement, under all of which a proof of its meaning holds:
 * whoever passes a credential on must not choose what is found by choosing among them.
 */
@Tag("S3")
class RewritingTest extends CheckTest {

  @BeforeEach
  void muchIsToBeFound() {
    world.entitle(Samples.SCHOOL, "Another name", new Issuers.Entitlement(BEFORE, true));
    world.announce(Samples.PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.publish(Samples.SUSPENSIONS, Samples.suspensions(Samples.INDEX));
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("award", Samples.unsignedAward()),
        Arguments.of("suspended", Samples.suspendable()),
        Arguments.of("another's definition", Samples.unsignedUnderRight()),
        Arguments.of("audited and incomplete", audited()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aValueThatStandsAloneInAnArrayIsFoundLikeTheValue(String name, JsonObject document) {
    JsonObject signed = json(Samples.carelesslySigned(document));
    world.answer(
        Samples.hygiene().id(),
        document.containsKey("issuingRight")
            ? new IssuingRights.OfAnother(Samples.CREATOR, List.of())
            : new IssuingRights.Created());
    Verdict verdict = verify(signed);
    assertThat(verdict.facts()).isPresent();

    List<Mutations.Mutation> rewritten = Mutations.rewritten(signed);

    assertThat(rewritten).hasSizeGreaterThan(100);
    for (Mutations.Mutation each : rewritten) {
      Verdict other = verify(each.document());
      if (other.facts().isPresent()) {
        assertThat(said(other)).as(each.what()).isEqualTo(said(verdict));
      } else {
        assertThat(other.conclusion()).as(each.what()).isEqualTo(Conclusion.INVALID);
      }
    }
  }

  @Test
  void anAuditThatNobodyRecordedIsToldHoweverItIsWritten() {
    JsonObject signed = json(Samples.carelesslySigned(audited()));

    JsonObject rewritten =
        achievement(
            signed,
            achievement ->
                JsonTree.object(
                        achievement(achievement, "qualityAssurance", "assuranceType", "audited"))
                    .add("credentialKind", JsonTree.array().add("MICRO_CREDENTIAL"))
                    .build());

    assertThat(codes(verify(rewritten)))
        .contains(
            FindingCode.PROOF_HOLDS, FindingCode.AUDIT_NOT_RECORDED, FindingCode.ELEMENTS_MISSING);
  }

  private static JsonObject achievement(
      JsonObject achievement, String child, String member, String text) {
    return JsonTree.object(achievement)
        .add(
            child,
            JsonTree.object(achievement.getJsonObject(child))
                .add(member, JsonTree.array().add(text)))
        .build();
  }

  private static JsonObject achievement(
      JsonObject document, Function<JsonObject, JsonObject> change) {
    JsonObject subject = document.getJsonObject("credentialSubject");
    return with(
        document,
        "credentialSubject",
        with(subject, "achievement", change.apply(subject.getJsonObject("achievement"))));
  }

  /** Its quality is said to be audited, and its workload is missing. */
  private static JsonObject audited() {
    return achievement(
        Samples.unsigned(),
        achievement -> {
          var changed =
              JsonTree.object(achievement)
                  .add(
                      "qualityAssurance",
                      JsonTree.object(achievement.getJsonObject("qualityAssurance"))
                          .add("assuranceType", "audited"));
          changed.remove("workload");
          return changed.build();
        });
  }

  /** All but whether it is written as Open Badges has it, which is a question of the form. */
  private static Map<String, Object> said(Verdict verdict) {
    return Map.of(
        "facts",
        verdict.facts(),
        "findings",
        verdict.findings().stream()
            .filter(each -> !each.code().name().startsWith("BADGE_"))
            .toList(),
        "yes",
        Optional.of(verdict.conclusion().isYes()));
  }
}
