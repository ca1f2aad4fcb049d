package org.mikromerit.portal.institution.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.institution.Filled;

class DraftFormTest {
  private static final String WHOLE =
      """
      {"kind":"MICRO_CREDENTIAL","title":{"sv":"Hygien i vård ®","en":"</textarea><script>"},
       "outcomes":[
         {"text":{"sv":"Ett"},"criterion":{"sv":"K1"},
          "skills":[{"uri":"http://a.example/1","label":"en"},{"uri":"http://a.example/2","label":"två"}]},
         {"text":{"sv":"Två"},"criterion":{"sv":"K2"}}],
       "workload":{"hours":"1.5","credits":{"system":"YH","value":"2"}},
       "assessment":{"types":["practical","oral"],"supervision":"supervised-onsite-identity-check"},
       "benefits":[{"type":"job-task","text":"نص"}],"languages":["sv","en"],
       "stacking":{"standAlone":false}}
      """;

  @Test
  void aDraftThatIsShownAndSentIsTheSame() {
    assertThat(DraftForm.draft(DraftForm.of(json(WHOLE)))).isEqualTo(json(WHOLE));
  }

  @Test
  void whatIsBlankSaysNothing() {
    Filled form =
        form("title/sv", "  ").with("outcomes/0/text/sv", "").with("stacking/standAlone", "");

    assertThat(DraftForm.draft(form)).isEmpty();
  }

  @Test
  void aRowThatSaysNothingKeepsTheOthersNumbers() {
    Filled form = form("outcomes/2/text/sv", "Tre");

    assertThat(DraftForm.draft(form).at("/outcomes"))
        .isEqualTo(json("[{},{},{\"text\":{\"sv\":\"Tre\"}}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcomes/100/text/sv",
        "outcomes/-1/text/sv",
        "outcomes/x/text/sv",
        "outcomes/0",
        "title",
        "title/de",
        "id",
        "act",
        "",
        "/",
        "kind/name",
        "outcomes/0/text/sv/more"
      })
  void whatIsNoFieldOfADraftIsLeftOut(String name) {
    assertThat(DraftForm.draft(form(name, "x"))).isEmpty();
  }

  @Test
  void aNumberMayBeWrittenWithAComma() {
    assertThat(DraftForm.draft(form("workload/hours", "7,5")).at("/workload/hours").asText())
        .isEqualTo("7.5");
  }

  @Test
  void aRowIsAddedAndAnotherTakenAway() {
    Filled form = DraftForm.of(json(WHOLE));

    Filled added = DraftForm.after("add-outcomes", form);
    Filled removed = DraftForm.after("remove-outcomes-0", added);

    assertThat(DraftForm.rows(added, "outcomes")).isEqualTo(3);
    assertThat(DraftForm.rows(removed, "outcomes")).isEqualTo(2);
    assertThat(removed.value("outcomes/0/text/sv")).isEqualTo("Två");
    assertThat(DraftForm.rows(removed, "outcomes/0/skills")).isEqualTo(1);
  }

  @Test
  void aSkillOfAnOutcomeIsTakenAwayAndNoOther() {
    Filled removed = DraftForm.after("remove-skills-0-0", DraftForm.of(json(WHOLE)));

    assertThat(removed.value("outcomes/0/skills/0/label")).isEqualTo("två");
    assertThat(DraftForm.rows(removed, "outcomes/0/skills")).isEqualTo(1);
    assertThat(removed.value("outcomes/1/text/sv")).isEqualTo("Två");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "remove-outcomes",
        "remove-outcomes-99",
        "remove-skills-0",
        "add-skills",
        "add-everything",
        "remove-outcomes--1",
        "save"
      })
  void aButtonThatIsNoneChangesNothing(String act) {
    Filled form = DraftForm.of(json(WHOLE));

    assertThat(DraftForm.draft(DraftForm.after(act, form))).isEqualTo(json(WHOLE));
  }

  @Test
  void nobodyAddsRowsWithoutEnd() {
    Filled form = form("outcomes/98/text/sv", "x");

    assertThat(DraftForm.rows(form, "outcomes")).isEqualTo(51);
    assertThat(DraftForm.rows(DraftForm.after("add-outcomes", form), "outcomes")).isEqualTo(51);
  }

  private static Filled form(String name, String value) {
    var values = new MultivaluedHashMap<String, String>();
    values.putSingle(name, value);
    return new Filled(values, null);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
