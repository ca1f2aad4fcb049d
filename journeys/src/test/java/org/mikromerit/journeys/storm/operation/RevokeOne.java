package org.mikromerit.journeys.storm.operation;

/** A credential is taken back for good. */
final class RevokeOne implements Operation {

  @Override
  public int weight() {
    return 6;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal()
        .takeStanding(turn.random())
        .ifPresent(
            entry -> {
              StatusChange.insist(
                  turn, entry, (institution, credential) -> institution.revoke(credential));
              turn.journal().revoked(entry);
            });
  }
}
