package org.mikromerit.credential.openbadge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.definition.QualityAssurance;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.SharedData;

class OpenBadgeComposerTest {

  @Test
  void aFullCredentialFitsTheSchemaOf1EdTech() {
    byte[] signed = Samples.signed(Samples.unsigned());

    assertThat(errors(signed)).isEmpty();
  }

  @Test
  void anAwardFitsTheSchemaOf1EdTech() {
    byte[] signed = Samples.signed(Samples.unsignedAward());

    assertThat(errors(signed)).isEmpty();
  }

  @Test
  void whatIsIssuedUnderARightFitsTheSchemaOf1EdTech() {
    byte[] signed = Samples.signed(Samples.unsignedUnderRight());

    assertThat(errors(signed)).isEmpty();
  }

  @Test
  void theLeastThatACredentialCanSayFitsTheSchemaOf1EdTech() {
    byte[] signed = Samples.signed(OpenBadgeComposer.compose(least()));

    assertThat(errors(signed)).isEmpty();
  }

  @Test
  void theSchemaOf1EdTechWouldSayIfItDidNotFit() {
    JsonObject broken = JsonTree.object(Samples.unsigned()).add("awardedDate", 5).build();

    assertThat(errors(broken.toString().getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  @Tag("S3")
  void everyMemberOfAFullCredentialReachesTheSignature() throws Exception {
    String quads = StrictJsonLd.standard().cover(Samples.unsignedAward()).quads("SHA-256");

    assertThat(quads)
        .contains("\"40\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
        .contains("\"Hygien i vård\"@sv")
        .contains("\"Basic hygiene. 🧼\"@en")
        .contains("vocabulary#supervision> \"supervised-onsite-identity-check\"")
        .contains("vocabulary#AwardPart>")
        .contains("vocabulary#partStatus>")
        .contains("vocabulary#assuranceReference> \"MYH 2025/123\"");
  }

  @Test
  void theLevelIsAlignedWithTheOfficialUriOfTheFramework() {
    JsonObject achievement =
        Samples.unsigned().getJsonObject("credentialSubject").getJsonObject("achievement");

    assertThat(achievement.getJsonArray("alignment").getJsonObject(1))
        .isEqualTo(
            JsonTree.object()
                .add("type", JsonTree.array().add("Alignment"))
                .add("targetName", "SeQF 4")
                .add("targetUrl", "http://data.europa.eu/snb/qdr/c_6477e349")
                .add("targetCode", "4")
                .add("targetFramework", "SeQF")
                .add("targetType", "ext:SeQF")
                .build());
    assertThat(LevelFramework.EQF.uri(4)).isEqualTo("http://data.europa.eu/snb/eqf/4");
  }

  @Test
  void theNameIsThereInPlainTextAndNothingElseOfThePerson() {
    JsonObject subject = Samples.unsigned().getJsonObject("credentialSubject");

    assertThat(subject.keySet()).containsExactly("type", "identifier", "result", "achievement");
    assertThat(subject.getJsonArray("identifier").getJsonObject(0).getString("identityHash"))
        .isEqualTo("Åsa Öberg");
  }

  @Test
  @Tag("CERT-2")
  void attendanceIsCalledACertificateOfParticipationAndNoMicroCredential() {
    JsonObject attended = achievement(OpenBadgeComposer.compose(least()));

    assertThat(attended.getString("achievementType")).isEqualTo("ext:CertificateOfParticipation");
    assertThat(attended.getString("credentialKind")).isEqualTo("ATTENDANCE");
    assertThat(attended.getString("certificationLevel")).isEqualTo("PARTICIPATION");
    assertThat(attended.toString()).doesNotContainIgnoringCase("microcredential");
  }

  @Test
  @Tag("CERT-1")
  void eachCredentialHasExactlyOneLevel() {
    for (CredentialContent content : List.of(Samples.content(), least())) {
      JsonObject achievement = achievement(OpenBadgeComposer.compose(content));

      assertThat(achievement.getString("certificationLevel"))
          .isEqualTo(content.definition().certificationLevel().name());
    }
  }

  private static JsonObject achievement(JsonObject document) {
    return document.getJsonObject("credentialSubject").getJsonObject("achievement");
  }

  /** Open Badges 3.0 has room for one status; 3.1 is to allow several, as the data model does. */
  @Test
  void ofASuspendableCredentialThePublishedSchemaRefusesTheSecondStatusAlone() {
    byte[] suspendable = Samples.signed(Samples.suspendable());

    assertThat(errors(suspendable)).singleElement().asString().contains("/credentialStatus");
  }

  @Test
  void eachPurposeHasOneStatus() {
    CredentialContent content = Samples.content();
    StatusEntry status = content.statuses().getFirst();

    assertThatIllegalArgumentException().isThrownBy(() -> Samples.with(content, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.with(content, List.of(status, status)));
  }

  @Test
  void whatIsComposedReadsBackAsItWasMeant() {
    var reading = OpenBadgeReader.read(Samples.unsignedAward());

    assertThat(reading).isInstanceOf(OpenBadgeReader.Read.class);
    CredentialFacts facts = ((OpenBadgeReader.Read) reading).facts();
    assertThat(facts.credentialId()).contains(Samples.ID);
    assertThat(facts.title()).isEqualTo("Hygien i vård");
    assertThat(facts.issuer()).isEqualTo(Samples.SCHOOL);
    assertThat(facts.issuerName()).contains(Samples.SCHOOL_NAME);
    assertThat(facts.holderName()).contains("Åsa Öberg");
    assertThat(facts.awardedAt()).contains(Samples.AWARDED);
    assertThat(facts.issuedAt()).isEqualTo(Samples.ISSUED);
    assertThat(facts.kind()).contains("MICRO_CREDENTIAL");
    assertThat(facts.certificationLevel()).contains("DEMONSTRATED");
    assertThat(facts.statuses()).hasSize(1);
    assertThat(facts.parts())
        .extracting(part -> part.credentialId().orElseThrow())
        .containsExactly(Samples.PART, Samples.OTHER_PART);
    assertThat(facts.parts().getFirst().statuses().getFirst().entry().orElseThrow().index())
        .isEqualTo(17);
  }

  private static CredentialContent least() {
    Definition full = Samples.hygiene();
    Definition attendance =
        new Definition(
            full.id(),
            1,
            CredentialKind.ATTENDANCE,
            CertificationLevel.PARTICIPATION,
            LangString.of("en", "A day of first aid"),
            null,
            "SE",
            null,
            "Snabbkurs AB",
            List.of(),
            null,
            new Level.NotApplicable("Nothing is assessed"),
            null,
            full.participation(),
            new QualityAssurance(QualityAssuranceType.NONE, null, null, null),
            List.of(),
            null,
            null,
            List.of(),
            true);
    CredentialContent content = Samples.content();
    return new CredentialContent(
        content.id(),
        content.issuer(),
        attendance,
        content.holder(),
        content.awardedAt(),
        content.issuedAt(),
        content.issuedAt().plusSeconds(3600),
        null,
        content.statuses(),
        null,
        null,
        null);
  }

  private static List<String> errors(byte[] document) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
            .getSchema(SharedData.text("ob3/schema/obv3_schema.json"));
    return schema.validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
