package org.mikromerit.portal.authority;

import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.authority.Authority.Verdict;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.reach.Reached.Away;
import org.mikromerit.portal.reach.Reached.Problem;
import org.mikromerit.portal.reach.Reached.Refused;

/**
 * A form that was refused, as it was filled in; nothing where none was sent or what was sent is
 * done.
 *
 * @param verdict that was chosen, where the form has that choice
 */
public record Given(
    @Nullable Act act, @Nullable Verdict verdict, String reason, @Nullable Refusal refusal) {
  static final Given NOTHING = new Given(null, null, "", null);

  /** What a registrar does with an organisation. */
  public enum Act {
    PREPARE,
    DECIDE,
    SUSPEND
  }

  /** Why it was not done. */
  public enum Refusal {
    CHOICE,
    REASON,
    OWN_ORGANISATION,
    SECOND_PERSON,
    NOTHING_PROPOSED,
    ANOTHER_PROPOSED,
    WRONG_STATE,
    AWAY;

    static Refusal of(Problem problem) {
      if (problem.is("own-organisation")) {
        return OWN_ORGANISATION;
      }
      if (problem.is("second-person-needed")) {
        return SECOND_PERSON;
      }
      if (problem.is("nothing-proposed")) {
        return NOTHING_PROPOSED;
      }
      if (problem.is("another-decision-proposed")) {
        return ANOTHER_PROPOSED;
      }
      if (problem.is("wrong-state")) {
        return WRONG_STATE;
      }
      return "/reason".equals(problem.field()) ? REASON : CHOICE;
    }
  }

  /** What came of the form. */
  static Given of(Act act, @Nullable Verdict verdict, String reason, Reached<?> answer) {
    return switch (answer) {
      case Reached.Here<?> _ -> NOTHING;
      case Refused<?> refused -> new Given(act, verdict, reason, Refusal.of(refused.problem()));
      case Away<?> _ -> new Given(act, verdict, reason, Refusal.AWAY);
    };
  }

  /**
   * A form's field for the reason.
   *
   * @param wrong whether it is what was refused
   */
  public record Field(String text, boolean wrong) {}

  /** The reason in the form of this act, for templates. */
  public Field reasonIn(String name) {
    return act != null && act.name().equals(name)
        ? new Field(reason, refusal == Refusal.REASON)
        : new Field("", false);
  }

  /** What is to be said above the forms; null where it stands beside a field. */
  public @Nullable Refusal said() {
    return refusal == Refusal.REASON ? null : refusal;
  }
}
