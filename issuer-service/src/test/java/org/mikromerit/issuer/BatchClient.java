package org.mikromerit.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** An institution that sends files of rows and follows them. */
final class BatchClient {
  final Institution institution;
  final UUID definition;

  BatchClient(Institution institution) {
    this(institution, institution.publishedDefinition());
  }

  BatchClient(Institution institution, UUID definition) {
    this.institution = institution;
    this.definition = definition;
  }

  Reply send(byte[] csv) {
    return send(csv, "");
  }

  Reply send(byte[] csv, String query) {
    return send(csv, query, UUID.randomUUID().toString());
  }

  Reply send(byte[] csv, String query, String idempotencyKey) {
    return send("text/csv", csv, query, idempotencyKey);
  }

  Reply send(String type, byte[] file, String query, String idempotencyKey) {
    String whole = (query.isEmpty() ? "?" : query + "&") + "version=1&definition=" + definition;
    return Institution.service()
        .post(institution.path("/batches" + whole))
        .bearer(institution.token())
        .header("Idempotency-Key", idempotencyKey)
        .body(type, file)
        .send();
  }

  static UUID idOf(Reply sent) {
    return UUID.fromString(sent.json().at("/id").asText());
  }

  JsonNode finished(Reply sent) {
    return finished(idOf(sent));
  }

  /** The batch, once every row was decided. */
  JsonNode finished(UUID batch) {
    return Await.untilPresent(
        "the batch is finished",
        () -> {
          JsonNode read = institution.get("/batches/" + batch).json();
          return read.at("/state").asText().equals("FINISHED") ? read : null;
        });
  }

  Reply get(JsonNode batch, String below) {
    return institution.get("/batches/" + batch.at("/id").asText() + below);
  }

  Reply post(UUID batch, String wish) {
    return Institution.service()
        .post(institution.path("/batches/" + batch + wish))
        .bearer(institution.token())
        .send();
  }

  /** The first 200 rows of a state. */
  List<JsonNode> rows(JsonNode batch, String state) {
    var rows = new ArrayList<JsonNode>();
    get(batch, "/rows?limit=200&state=" + state).json().at("/items").forEach(rows::add);
    return rows;
  }
}
