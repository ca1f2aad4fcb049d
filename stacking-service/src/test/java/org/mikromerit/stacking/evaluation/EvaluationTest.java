package org.mikromerit.stacking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.stacking.evaluation.Findings.Line;
import org.mikromerit.stacking.evaluation.Findings.Missing;
import org.mikromerit.stacking.pathway.Rule;

@Tag("STK-2")
class EvaluationTest {
  private static final UUID HYGIENE = definition(1);
  private static final UUID ETHICS = definition(2);
  private static final UUID FIRST_AID = definition(3);
  private static final UUID DEMENTIA = definition(4);

  @Test
  void allOfNeedsEachOfItsParts() {
    Rule both = allOf(part(HYGIENE), part(ETHICS));

    Findings one = Evaluation.of(both, List.of(credential(11, HYGIENE)));
    Findings two = Evaluation.of(both, List.of(credential(12, ETHICS), credential(11, HYGIENE)));

    assertThat(one.fulfilled()).isFalse();
    assertThat(one.parts()).isEmpty();
    assertThat(two.fulfilled()).isTrue();
    assertThat(two.parts()).containsExactly(id(11), id(12));
  }

  @Test
  void anyTwoOfFourSuffice() {
    Rule twoOfFour = nOf(2, part(HYGIENE), part(ETHICS), part(FIRST_AID), part(DEMENTIA));

    Findings findings =
        Evaluation.of(twoOfFour, List.of(credential(14, DEMENTIA), credential(12, ETHICS)));

    assertThat(findings.fulfilled()).isTrue();
    assertThat(findings.parts()).containsExactly(id(12), id(14));
  }

  @Test
  void ofMoreThanNeededOnlyTheFirstInTheRulesOrderArePartsOfTheStack() {
    Rule oneOfThree = nOf(1, part(HYGIENE), part(ETHICS), part(FIRST_AID));

    Findings findings =
        Evaluation.of(oneOfThree, List.of(credential(13, FIRST_AID), credential(12, ETHICS)));

    assertThat(findings.parts()).containsExactly(id(12));
    assertThat(line(findings, "/nOf/of/2").satisfiedBy()).containsExactly(id(13));
  }

  @Test
  void twoCredentialsOfOneDefinitionAreNotTwoParts() {
    Rule both = nOf(2, part(HYGIENE), part(ETHICS));

    Findings findings =
        Evaluation.of(both, List.of(credential(11, HYGIENE), credential(12, HYGIENE)));

    assertThat(findings.fulfilled()).isFalse();
    assertThat(line(findings, "").missing()).isEqualTo(new Missing(1, List.of(ETHICS)));
  }

  @Test
  void ofSeveralCredentialsOfOneDefinitionTheOneEarnedFirstCounts() {
    var earned2020 = new Standing(id(22), HYGIENE, Instant.parse("2020-05-01T00:00:00Z"));
    var earned2024 = new Standing(id(21), HYGIENE, Instant.parse("2024-05-01T00:00:00Z"));

    Findings findings = Evaluation.of(part(HYGIENE), List.of(earned2024, earned2020));

    assertThat(findings.parts()).containsExactly(id(22));
  }

  @Test
  void groupsMayLieInGroups() {
    Rule nested =
        allOf(part(HYGIENE), nOf(1, allOf(part(ETHICS), part(FIRST_AID)), part(DEMENTIA)));

    Findings findings =
        Evaluation.of(
            nested,
            List.of(credential(11, HYGIENE), credential(12, ETHICS), credential(14, DEMENTIA)));

    assertThat(findings.fulfilled()).isTrue();
    assertThat(findings.parts()).containsExactly(id(11), id(14));
    assertThat(findings.lines())
        .containsExactly(
            new Line("", "allOf", List.of(id(11), id(14)), null),
            new Line("/allOf/0", "part", List.of(id(11)), null),
            new Line("/allOf/1", "nOf", List.of(id(14)), null),
            new Line("/allOf/1/nOf/of/0", "allOf", null, new Missing(1, List.of(FIRST_AID))),
            new Line("/allOf/1/nOf/of/0/allOf/0", "part", List.of(id(12)), null),
            new Line("/allOf/1/nOf/of/0/allOf/1", "part", null, new Missing(1, List.of(FIRST_AID))),
            new Line("/allOf/1/nOf/of/1", "part", List.of(id(14)), null));
  }

  @Test
  void aLineSaysHowManyAreMissingAndOfWhichDefinitions() {
    Rule twoOfThree = nOf(2, part(HYGIENE), part(ETHICS), part(FIRST_AID));

    Findings findings = Evaluation.of(twoOfThree, List.of());

    assertThat(line(findings, "").missing())
        .isEqualTo(new Missing(2, List.of(HYGIENE, ETHICS, FIRST_AID)));
    assertThat(line(findings, "").satisfiedBy()).isNull();
  }

  @Test
  void aCredentialThatTheRuleDoesNotNameChangesNothing() {
    Findings findings = Evaluation.of(part(HYGIENE), List.of(credential(12, ETHICS)));

    assertThat(findings).isEqualTo(Evaluation.of(part(HYGIENE), List.of()));
  }

  @Test
  void theOrderInWhichCredentialsCameDoesNotMatter() {
    var random = new Random(20_260_101L);
    for (int round = 0; round < 500; round++) {
      var world = new World(random);
      List<Standing> shuffled = new ArrayList<>(world.credentials);
      Collections.shuffle(shuffled, random);

      Findings findings = Evaluation.of(world.rule, shuffled);

      assertThat(findings).isEqualTo(Evaluation.of(world.rule, world.credentials));
    }
  }

  @Test
  void oneMoreCredentialNeverTakesBackWhatIsFulfilled() {
    var random = new Random(20_260_102L);
    for (int round = 0; round < 500; round++) {
      var world = new World(random);
      boolean fulfilled = false;
      for (int held = 0; held <= world.credentials.size(); held++) {

        Findings findings = Evaluation.of(world.rule, world.credentials.subList(0, held));

        assertThat(findings.fulfilled()).as("round %d", round).isIn(true, fulfilled);
        fulfilled = findings.fulfilled();
      }
    }
  }

  @Test
  void thePartsAloneFulfilTheRuleAndNoCredentialIsPartTwice() {
    var random = new Random(20_260_103L);
    int fulfilled = 0;
    for (int round = 0; round < 500; round++) {
      var world = new World(random);
      Findings all = Evaluation.of(world.rule, world.credentials);

      Findings fromParts =
          Evaluation.of(
              world.rule,
              world.credentials.stream()
                  .filter(each -> all.parts().contains(each.credential()))
                  .toList());

      assertThat(fromParts.fulfilled()).isEqualTo(all.fulfilled());
      assertThat(all.parts()).doesNotHaveDuplicates();
      fulfilled += all.fulfilled() ? 1 : 0;
    }
    assertThat(fulfilled).isBetween(50, 450);
  }

  /** A rule and credentials made from a seed, some of them of definitions that it does not name. */
  private static final class World {
    private final Random random;
    private final List<UUID> unused = new ArrayList<>();
    private final Rule rule;
    private final List<Standing> credentials = new ArrayList<>();

    World(Random random) {
      this.random = random;
      for (int i = 0; i < 12; i++) {
        unused.add(definition(i));
      }
      var definitions = List.copyOf(unused);
      rule = rule(1);
      for (int i = 0; i < random.nextInt(20); i++) {
        credentials.add(credential(100 + i, definitions.get(random.nextInt(12))));
      }
    }

    private Rule rule(int depth) {
      if (depth == 4 || unused.size() < 4 || (depth > 1 && random.nextInt(3) == 0)) {
        return part(unused.removeLast());
      }
      var members = new ArrayList<Rule>();
      for (int i = 0; i <= random.nextInt(3) && !unused.isEmpty(); i++) {
        members.add(rule(depth + 1));
      }
      return random.nextBoolean()
          ? new Rule.AllOf(members)
          : new Rule.NOf(1 + random.nextInt(members.size()), members);
    }
  }

  private static Line line(Findings findings, String path) {
    return findings.lines().stream()
        .filter(line -> line.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Rule part(UUID definition) {
    return new Rule.Part(definition);
  }

  private static Rule allOf(Rule... rules) {
    return new Rule.AllOf(Arrays.asList(rules));
  }

  private static Rule nOf(int n, Rule... rules) {
    return new Rule.NOf(n, Arrays.asList(rules));
  }

  private static Standing credential(int number, UUID definition) {
    return new Standing(id(number), definition, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static UUID definition(int number) {
    return new UUID(0xd, number);
  }

  private static UUID id(int number) {
    return new UUID(0xc, number);
  }
}
