package org.mikromerit.portal.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.portal.authority.Authority.Verdict;
import org.mikromerit.portal.authority.Given.Act;
import org.mikromerit.portal.authority.Given.Refusal;
import org.mikromerit.portal.reach.Reached.Away;
import org.mikromerit.portal.reach.Reached.Problem;
import org.mikromerit.portal.reach.Reached.Refused;
import org.mikromerit.portal.register.Register.State;

class GivenTest {

  @ParameterizedTest
  @CsvSource({
    "own-organisation, , OWN_ORGANISATION",
    "second-person-needed, , SECOND_PERSON",
    "nothing-proposed, , NOTHING_PROPOSED",
    "another-decision-proposed, , ANOTHER_PROPOSED",
    "wrong-state, , WRONG_STATE",
    "invalid-value, /proposal, CHOICE",
    "invalid-value, /decision, CHOICE"
  })
  void whatTheRegistryRefusesIsSaidAboveTheForms(String name, String field, Refusal refusal) {
    Given given = refused(Act.DECIDE, name, field);

    assertThat(given.said()).isEqualTo(refusal);
    assertThat(given.reasonIn("DECIDE").wrong()).isFalse();
  }

  @Test
  void aReasonThatIsRefusedIsStillInItsFormAndInNoOther() {
    Given given = refused(Act.PREPARE, "invalid-value", "/reason");

    assertThat(given.said()).isNull();
    assertThat(given.reasonIn("PREPARE").text()).isEqualTo("<b>åäö</b>");
    assertThat(given.reasonIn("PREPARE").wrong()).isTrue();
    assertThat(given.reasonIn("SUSPEND").text()).isEmpty();
    assertThat(given.reasonIn("SUSPEND").wrong()).isFalse();
  }

  @Test
  void whereTheRegistryIsAwayNothingIsDecided() {
    assertThat(Given.of(Act.SUSPEND, null, "", new Away<>("registry")).said())
        .isEqualTo(Refusal.AWAY);
  }

  @Test
  void onlyWhatTheStateAllowsIsOffered() {
    assertThat(Verdict.on(State.APPLIED)).containsExactly(Verdict.AUTHORISE, Verdict.REFUSE);
    assertThat(Verdict.on(State.AUTHORISED)).containsExactly(Verdict.WITHDRAW);
    assertThat(Verdict.on(State.SUSPENDED)).containsExactly(Verdict.REINSTATE, Verdict.WITHDRAW);
    assertThat(Verdict.on(State.CLOSED)).isEmpty();
  }

  private static Given refused(Act act, String name, String field) {
    return Given.of(
        act,
        Verdict.AUTHORISE,
        "<b>åäö</b>",
        new Refused<>(
            409, new Problem("https://mikromerit.org/problems/" + name, "No.", field, null)));
  }
}
