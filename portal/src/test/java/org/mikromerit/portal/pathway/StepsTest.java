package org.mikromerit.portal.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.pathway.OwnProgress.Line;
import org.mikromerit.portal.pathway.OwnProgress.Missing;
import org.mikromerit.portal.pathway.Pathways.Part;
import org.mikromerit.portal.pathway.Pathways.Rule;
import org.mikromerit.portal.pathway.Pathways.Some;
import org.mikromerit.portal.pathway.Picture.Box;
import org.mikromerit.portal.pathway.Step.Form;
import org.mikromerit.portal.pathway.Step.Found;
import org.mikromerit.portal.pathway.Step.Named;
import org.mikromerit.portal.pathway.Step.Standing;

class StepsTest {
  private static final UUID HYGIENE = UUID.randomUUID();
  private static final UUID ETHICS = UUID.randomUUID();
  private static final UUID NUTRITION = UUID.randomUUID();
  private static final Rule RULE = all(part(HYGIENE), some(1, part(ETHICS), part(NUTRITION)));

  @Test
  @Tag("STK-4")
  void everyLineOfARuleIsAStepWithItsNumber() {
    List<Step> steps = Steps.of(RULE, StepsTest::named, List.of());

    assertThat(steps).extracting(Step::number).containsExactly("", "1", "2", "2.1", "2.2");
    assertThat(steps)
        .extracting(Step::form)
        .containsExactly(Form.ALL, Form.PART, Form.SOME, Form.PART, Form.PART);
    assertThat(steps).extracting(Step::needed).containsExactly(2, 1, 1, 1, 1);
    assertThat(steps).allMatch(step -> step.found() == null);
    assertThat(Steps.definitions(RULE)).containsExactly(HYGIENE, ETHICS, NUTRITION);
  }

  @Test
  @Tag("STK-4")
  void whatThePageDoesNotKnowIsAStepToo() {
    Rule rule = all(part(HYGIENE), new Rule(null, null, null), part(ETHICS));
    List<Line> lines = List.of(new Line("/allOf/1", null, new Missing(1, List.of())));

    List<Step> steps = Steps.of(rule, StepsTest::named, lines);

    assertThat(steps).extracting(Step::number).containsExactly("", "1", "2", "3");
    assertThat(steps.get(2).unknown()).isTrue();
    assertThat(found(steps.get(2)).standing()).isEqualTo(Standing.MISSING);
    assertThat(Picture.of(steps).boxes()).hasSize(4);
    assertThat(Picture.of(steps).links()).hasSize(3);
  }

  @Test
  @Tag("STK-2")
  void eachStepSaysWhatSatisfiesItOrWhatIsMissingOrThatItIsNotNeeded() {
    UUID ethics = UUID.randomUUID();
    List<Line> lines =
        List.of(
            new Line("", null, new Missing(1, List.of(HYGIENE, NUTRITION))),
            new Line("/allOf/0", null, new Missing(1, List.of(HYGIENE))),
            new Line("/allOf/1", List.of(ethics), null),
            new Line("/allOf/1/nOf/of/0", List.of(ethics), null),
            new Line("/allOf/1/nOf/of/1", null, new Missing(1, List.of(NUTRITION))));

    List<Step> steps = Steps.of(RULE, StepsTest::named, lines);

    assertThat(steps)
        .extracting(step -> found(step).standing())
        .containsExactly(
            Standing.MISSING, Standing.MISSING, Standing.MET, Standing.MET, Standing.NOT_NEEDED);
    assertThat(found(steps.get(2)).by()).containsExactly(ethics);
    var whole = new Lines(steps, Picture.of(steps), null);
    assertThat(whole.met()).isEqualTo(1);
    assertThat(whole.needed()).isEqualTo(2);
  }

  @Test
  @Tag("STK-4")
  void thePictureHasABoxForEachStepAndALineToEachThatBelongsToAnother() {
    Picture picture = Picture.of(Steps.of(RULE, StepsTest::named, List.of()));

    assertThat(picture.boxes()).hasSize(5);
    assertThat(picture.links()).hasSize(4);
    for (Box one : picture.boxes()) {
      assertThat(one.x() + one.width()).isLessThan(picture.width());
      assertThat(one.y() + one.height()).isLessThan(picture.height());
      assertThat(picture.boxes())
          .filteredOn(other -> !other.equals(one))
          .noneMatch(other -> other.x() == one.x() && Math.abs(other.y() - one.y()) < one.height());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hygien",
        "Hygien i vård och omsorg om äldre",
        "Ettlångtordutanmellanslagsominteryms",
        "🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱",
        "التمريض والرعاية الصحية المنزلية للمسنين والمرضى",
        "                              x"
      })
  void anyTitleFitsInItsBox(String title) {
    String long300 = (title + " ").repeat(300).substring(0, 300);
    for (String each : List.of(title, long300)) {
      Box box =
          Picture.of(Steps.of(part(HYGIENE), id -> new Named(id, 1, each), List.of()))
              .boxes()
              .getFirst();

      assertThat(box.first().codePointCount(0, box.first().length())).isLessThanOrEqualTo(24);
      assertThat(box.second().codePointCount(0, box.second().length())).isLessThanOrEqualTo(24);
    }
  }

  private static Found found(Step step) {
    return Objects.requireNonNull(step.found());
  }

  private static Named named(UUID id) {
    return new Named(id, 1, "Hygien i vård");
  }

  private static Rule all(Rule... of) {
    return new Rule(List.of(of), null, null);
  }

  private static Rule some(int n, Rule... of) {
    return new Rule(null, new Some(n, List.of(of)), null);
  }

  private static Rule part(UUID definition) {
    return new Rule(null, null, new Part(definition));
  }
}
