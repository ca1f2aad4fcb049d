package org.mikromerit.credential.definition;

/** The level of the learning, or why none applies. */
public sealed interface Level {

  /**
   * A level of a framework.
   *
   * @param value from 1 to 8
   */
  record Of(LevelFramework framework, int value) implements Level {
    public Of {
      Require.that(value >= 1 && value <= 8, "a level is 1 to 8");
    }
  }

  /** No level, with the reason. */
  record NotApplicable(String reason) implements Level {
    public NotApplicable {
      Require.text("the reason for no level", reason);
    }
  }
}
