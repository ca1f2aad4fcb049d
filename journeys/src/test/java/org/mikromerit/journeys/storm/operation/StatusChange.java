package org.mikromerit.journeys.storm.operation;

import java.util.function.BiFunction;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Tenant;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.journeys.storm.operation.Operation.Turn;
import org.mikromerit.testkit.http.Http.Reply;

/** How a credential's status is changed by whoever alone changes it. */
final class StatusChange {
  private StatusChange() {}

  static void insist(
      Turn turn, ClientJournal.Issued entry, BiFunction<Institution, String, Reply> change) {
    Tenant tenant = turn.of(entry);
    Reply reply =
        turn.insisting()
            .ask(
                "issuer",
                turn.random(),
                issuer -> change.apply(tenant.at(issuer), entry.credential()));
    // A repeated question may find that the first one, which was not answered, was heard.
    if (reply.status() != 200 && reply.status() != 409) {
      throw new Violation("a change was answered " + reply.status() + ": " + reply.body());
    }
  }
}
