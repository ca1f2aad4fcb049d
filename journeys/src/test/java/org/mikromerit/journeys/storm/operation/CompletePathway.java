package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;

/** A learner is given both parts of a pathway, which earns them an award. */
final class CompletePathway implements Operation {

  @Override
  public int weight() {
    return 8;
  }

  @Override
  public void perform(Turn turn) {
    JsonNode learner = turn.world().learner();
    Issuing.one(turn, turn.tenant().first(), learner);
    Issuing.one(turn, turn.tenant().second(), learner);
  }
}
