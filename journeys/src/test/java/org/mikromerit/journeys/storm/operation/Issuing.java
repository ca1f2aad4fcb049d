package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.Tenant;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.journeys.storm.operation.Operation.Turn;
import org.mikromerit.testkit.http.Http.Reply;

/** How a credential is asked for. */
final class Issuing {
  private Issuing() {}

  /** One credential, noted. */
  static void one(Turn turn, String definition, JsonNode recipient) {
    String key = new UUID(turn.random().nextLong(), turn.random().nextLong()).toString();
    Reply reply = ask(turn, turn.tenant(), definition, recipient, key);
    turn.journal().issued(entry(turn.tenant(), key, definition, recipient, reply));
  }

  static Reply ask(Turn turn, Tenant tenant, String definition, JsonNode recipient, String key) {
    Reply reply =
        turn.insisting()
            .ask(
                "issuer",
                turn.random(),
                issuer -> tenant.at(issuer).issue(definition, recipient, key));
    if (reply.status() != 201) {
      throw new Violation("issuing answered " + reply.status() + ": " + reply.body());
    }
    return reply;
  }

  static ClientJournal.Issued entry(
      Tenant tenant, String key, String definition, JsonNode recipient, Reply reply) {
    return new ClientJournal.Issued(
        tenant.number(),
        key,
        definition,
        recipient,
        Institution.idOf(reply),
        Digest.sha256(reply.body()));
  }
}
