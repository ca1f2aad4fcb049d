package org.mikromerit.journeys.storm.operation;

/** A credential is suspended. */
final class SuspendOne implements Operation {

  @Override
  public int weight() {
    return 4;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal()
        .takeStanding(turn.random())
        .ifPresent(
            entry -> {
              StatusChange.insist(
                  turn, entry, (institution, credential) -> institution.suspend(credential));
              turn.journal().suspended(entry);
            });
  }
}
