package org.mikromerit.journeys.storm.operation;

/** A learner is given a credential. */
final class IssueOne implements Operation {

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public void perform(Turn turn) {
    Issuing.one(turn, turn.tenant().alone(), turn.world().learner());
  }
}
