package org.mikromerit.journeys.storm.operation;

/** A credential that was suspended counts again. */
final class ReinstateOne implements Operation {

  @Override
  public int weight() {
    return 3;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal()
        .takeSuspended(turn.random())
        .ifPresent(
            entry -> {
              StatusChange.insist(
                  turn, entry, (institution, credential) -> institution.reinstate(credential));
              turn.journal().reinstated(entry);
            });
  }
}
