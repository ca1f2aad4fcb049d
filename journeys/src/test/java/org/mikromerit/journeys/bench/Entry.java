package org.mikromerit.journeys.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A credential and its place in the list of revocations.
 *
 * @param list the list's id
 */
record Entry(String credential, String document, String list, int index) {

  static List<Entry> of(List<String> documents) {
    return documents.stream().map(Entry::of).toList();
  }

  private static Entry of(String document) {
    JsonNode credential = Bench.json(document);
    JsonNode statuses = credential.path("credentialStatus");
    for (JsonNode status : statuses.isArray() ? statuses : List.of(statuses)) {
      if (status.path("statusPurpose").asText().equals("revocation")) {
        String url = status.path("statusListCredential").asText();
        return new Entry(
            Bench.idOf(document).toString(),
            document,
            url.substring(url.lastIndexOf('/') + 1),
            Integer.parseInt(status.path("statusListIndex").asText()));
      }
    }
    throw new IllegalArgumentException("It cannot be revoked: " + statuses);
  }
}
