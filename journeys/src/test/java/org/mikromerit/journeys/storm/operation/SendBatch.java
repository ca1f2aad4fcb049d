package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Tenant;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** A file of rows is sent, and goes on by itself. */
final class SendBatch implements Operation {
  private static final int ROWS = 100;

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public void perform(Turn turn) {
    Tenant tenant = turn.tenant();
    String key = new UUID(turn.random().nextLong(), turn.random().nextLong()).toString();
    byte[] rows = rows(turn, key);
    String path =
        "/organisations/"
            + tenant.organisation()
            + "/batches?version=1&definition="
            + tenant.alone();
    Reply reply =
        turn.insisting()
            .ask(
                "issuer",
                turn.random(),
                issuer ->
                    issuer
                        .post(path)
                        .bearer(tenant.token().get())
                        .header("Idempotency-Key", key)
                        .body("text/csv", rows)
                        .send());
    if (reply.status() != 202) {
      throw new Violation("a batch was answered " + reply.status() + ": " + reply.body());
    }
    turn.journal()
        .batchReceived(
            new ClientJournal.BatchReceived(
                tenant.number(), tenant.organisation(), reply.json().path("id").asText(), ROWS));
  }

  private static byte[] rows(Turn turn, String key) {
    StringBuilder csv =
        new StringBuilder(
            "given_name,family_name,identifier_type,identifier,awarded_at,external_reference,"
                + "evidence_statement");
    for (int row = 0; row < ROWS; row++) {
      JsonNode learner = turn.world().learner();
      csv.append("\nÅsa,Öberg,email,")
          .append(learner.path("identifier").path("value").asText())
          .append(",2026-03-14,")
          .append(key, 0, 8)
          .append('-')
          .append(row)
          .append(",Seen and noted by the assessor");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
