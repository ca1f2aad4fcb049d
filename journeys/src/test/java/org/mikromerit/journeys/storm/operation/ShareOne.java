package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** A learner makes a link to what they hold; who holds nothing yet is given something. */
final class ShareOne implements Operation {
  private static final Duration OPEN = Duration.ofDays(30);

  @Override
  public int weight() {
    return 6;
  }

  @Override
  public void perform(Turn turn) {
    JsonNode held = held(turn).path("items").path(0);
    if (held.isMissingNode()) {
      Issuing.one(turn, turn.tenant().alone(), turn.sharer().recipient(turn.world()));
    } else {
      share(turn, order(held.path("id").asText()));
    }
  }

  private static JsonNode held(Turn turn) {
    Reply reply =
        turn.insisting()
            .ask(
                "registry",
                turn.random(),
                registry ->
                    registry.get("/portfolio?limit=1").bearer(turn.sharer().token().get()).send());
    if (reply.status() != 200) {
      throw new Violation("a portfolio was answered " + reply.status() + ": " + reply.body());
    }
    return reply.json();
  }

  private static JsonNode order(String credential) {
    ObjectNode order = Institution.JSON.createObjectNode();
    order
        .putArray("credentials")
        .addObject()
        .put("id", credential)
        .putArray("show")
        .add("/credentialSubject/achievement/description");
    return order
        .put("expiresAt", Instant.now().plus(OPEN).truncatedTo(ChronoUnit.SECONDS).toString())
        .put("recipient", "Vårdcentralen i Åmål");
  }

  private static void share(Turn turn, JsonNode order) {
    String key = new UUID(turn.random().nextLong(), turn.random().nextLong()).toString();
    Reply reply = Sharing.make(turn.insisting(), turn.random(), turn.sharer(), key, order);
    if (reply.status() == 201) {
      turn.journal()
          .shared(
              new ClientJournal.Shared(
                  turn.sharer().number(),
                  key,
                  order,
                  reply.json().path("id").asText(),
                  reply.json().path("token").asText(),
                  Digest.sha256(reply.body())));
    } else if (!reply.json().path("type").asText().endsWith("/too-many-shares")) {
      throw new Violation("sharing answered " + reply.status() + ": " + reply.body());
    }
  }
}
