package org.mikromerit.issuer.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.issuer.Institution;
import org.mikromerit.issuer.definition.TrialOfSigning.Outcome;
import org.mikromerit.issuer.definition.rules.Finding;
import org.mikromerit.issuer.definition.rules.PublicationRules;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@Tag("PRV-3")
class ObjectionsTest {
  private static final Organisation SCHOOL =
      new Organisation(
          UUID.randomUUID(),
          "Vårdskolan i Åmål",
          "SE",
          GovernanceModel.REGULATORY,
          OrganisationState.AUTHORISED,
          null,
          null);

  @Test
  void whatItsHolderCanShowWholeAloneIsPublishedWithAWarning() {
    Judgement judgement = judged(Outcome.SHOWN_WHOLE);

    assertThat(judgement.objections()).isEmpty();
    assertThat(judgement.warnings()).extracting(Finding::code).containsExactly("SHOWN-WHOLE-ONLY");
  }

  @Test
  void whatCannotBeSignedIsNotPublished() {
    Judgement judgement = judged(Outcome.NOT_SIGNED);

    assertThat(judgement.objections())
        .extracting(Finding::code)
        .containsExactly("CANNOT-BE-SIGNED");
    assertThat(judgement.warnings()).isEmpty();
  }

  @Test
  void whatCanBeShownInPartsIsPublishedWithoutAWord() {
    Judgement judgement = judged(Outcome.SHOWN_IN_PARTS);

    assertThat(judgement.objections()).isEmpty();
    assertThat(judgement.warnings()).isEmpty();
  }

  private static Judgement judged(Outcome outcome) {
    var objections =
        new Objections(CDI.current().select(PublicationRules.class).get(), _ -> outcome);
    return objections.to(
        new PublishedDefinition(
            UUID.randomUUID(), 1, SCHOOL.id(), draft(), SCHOOL.governance(), Instant.EPOCH),
        SCHOOL);
  }

  private static Draft draft() {
    try {
      return CDI.current()
          .select(ObjectMapper.class)
          .get()
          .readValue(Institution.definition().toString(), Draft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
