package org.mikromerit.portal.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mikromerit.portal.reach.Reached.Fault;
import org.mikromerit.portal.reach.Reached.Problem;

class ProblemTest {

  @Test
  void theSameReasonIsGivenOnceHoweverManyFieldsItIsOf() {
    Fault family = new Fault("STANDARD-ELEMENT-MISSING", "/familyName", "Give the family name.");
    Fault given = new Fault("STANDARD-ELEMENT-MISSING", "/givenName", "Give the given name.");
    Fault date = new Fault("invalid-value", "/awardedAt", "a date");
    Fault grade = new Fault("invalid-value", "/grade", "at most 100");
    Problem problem =
        new Problem("credential-incomplete", null, null, List.of(family, given, date, grade));

    assertThat(problem.reasons()).containsExactly(family, date, grade);
    assertThat(problem.at("/givenName")).isEqualTo(given);
  }
}
