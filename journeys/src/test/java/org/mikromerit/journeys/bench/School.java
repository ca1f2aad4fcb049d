package org.mikromerit.journeys.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.Realm;
import org.mikromerit.journeys.World;

/**
 * An institution at work: what it published, and its requests as bytes. What it issues is one of
 * two parts of a pathway, so that stacking has to look at each; every learner is a new one.
 */
final class School {
  private static final Duration FRESH = Duration.ofMinutes(3);

  private final Institution institution;
  private final Realm realm;
  private final String definition;
  private final UUID run = UUID.randomUUID();
  private String headers = "";
  private Instant since = Instant.EPOCH;

  private School(Institution institution, Realm realm, String definition) {
    this.institution = institution;
    this.realm = realm;
    this.definition = definition;
  }

  static School settled(Installation installation, World world) {
    Institution institution = Institution.authorised(installation, world.organisation("Skolan"));
    String first = institution.published(world.definition());
    String second = institution.published(world.definition());
    String pathway =
        institution.pathway(
            "{\"allOf\":[{\"part\":{\"definition\":\"%s\"}},{\"part\":{\"definition\":\"%s\"}}]}"
                .formatted(first, second));
    institution.awards(pathway, institution.published(world.definition()));
    return new School(institution, new Realm(installation), first);
  }

  UUID id() {
    return institution.id();
  }

  String definition() {
    return definition;
  }

  /** To issue to the learner of this number; what is asked again is answered again. */
  byte[] issue(String series, long number) {
    ObjectNode request = Institution.JSON.createObjectNode();
    request.putObject("definition").put("id", definition).put("version", 1);
    ObjectNode learner = request.putObject("recipient");
    learner.put("givenName", "Åsa " + number).put("familyName", "Öberg 🌻");
    learner
        .putObject("identifier")
        .put("type", "email")
        .put("value", "learner-%s-%s-%d@example.org".formatted(run, series, number));
    request.put("awardedAt", "2026-03-14T09:26:53Z");
    request.put("evidenceStatement", "Seen and noted by the assessor");
    return post(
        "/credentials",
        "Content-Type: application/json\r\nIdempotency-Key: %s-%s-%d\r\n"
            .formatted(run, series, number),
        request.toString().getBytes(StandardCharsets.UTF_8));
  }

  byte[] revoke(String credential) {
    return post(
        "/credentials/" + credential + "/revocation",
        "Content-Type: application/json\r\n",
        "{\"reason\":\"error\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** A file of so many rows, each for a learner of its own. */
  byte[] batch(String series, int rows) {
    StringBuilder csv =
        new StringBuilder(
            "given_name,family_name,identifier_type,identifier,awarded_at,external_reference,"
                + "evidence_statement");
    for (int row = 1; row <= rows; row++) {
      csv.append("\nÅsa,Öberg,email,learner.")
          .append(run)
          .append('.')
          .append(series)
          .append('.')
          .append(row)
          .append("@example.org,2026-03-14,VT26-")
          .append(row)
          .append(",Seen and noted");
    }
    return post(
        "/batches?version=1&definition=" + definition,
        "Content-Type: text/csv\r\nIdempotency-Key: %s-%s\r\n".formatted(run, series),
        csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  byte[] get(String path) {
    return Line.request("GET", "/organisations/" + id() + path, authorised(), new byte[0]);
  }

  private byte[] post(String path, String more, byte[] body) {
    return Line.request("POST", "/organisations/" + id() + path, authorised() + more, body);
  }

  /** A token is never old: some measurements take longer than one holds. */
  private synchronized String authorised() {
    if (Instant.now().isAfter(since.plus(FRESH))) {
      headers = "Authorization: Bearer " + realm.token(institution) + "\r\n";
      since = Instant.now();
    }
    return headers;
  }
}
