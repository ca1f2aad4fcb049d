package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Insisting;
import org.mikromerit.journeys.storm.Sharer;
import org.mikromerit.testkit.http.Http.Reply;

/** How learners share, and how others look. */
public final class Sharing {
  private Sharing() {}

  /** Makes a link, or asks for the answer once more. */
  public static Reply make(
      Insisting insisting, Random random, Sharer sharer, String key, JsonNode order) {
    return insisting.ask(
        "registry",
        random,
        registry ->
            registry
                .post("/shares")
                .bearer(sharer.token().get())
                .header("Idempotency-Key", key)
                .json(order.toString())
                .send());
  }

  /** Looks at what a link shows. */
  public static Reply look(Insisting insisting, Random random, ClientJournal.Shared shared) {
    String link =
        Institution.JSON
            .createObjectNode()
            .put("token", shared.token())
            .put("counted", true)
            .toString();
    return insisting.ask(
        "registry", random, registry -> registry.post("/shared").json(link).send());
  }
}
