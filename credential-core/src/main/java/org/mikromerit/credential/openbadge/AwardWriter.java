package org.mikromerit.credential.openbadge;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.status.StatusEntry;

/** What a credential rests on: the parts of an award, and what the learner has shown. */
final class AwardWriter {

  private AwardWriter() {}

  static JsonObject awardedFor(Award award) {
    return JsonTree.object()
        .add("pathway", "urn:uuid:" + award.pathway())
        .add("pathwayVersion", Integer.toString(award.pathwayVersion()))
        .build();
  }

  static Optional<JsonArray> evidence(CredentialContent content) {
    JsonArrayBuilder evidence = JsonTree.array();
    if (content.award() != null) {
      content.award().parts().forEach(part -> evidence.add(part(part)));
    }
    if (content.evidenceStatement() != null) {
      evidence.add(
          JsonTree.object()
              .add("type", JsonTree.array().add("Evidence"))
              .add("narrative", content.evidenceStatement()));
    }
    JsonArray all = evidence.build();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static JsonObject part(AwardPart part) {
    JsonObjectBuilder evidence =
        JsonTree.object()
            .add("id", part.id().urn())
            .add("type", JsonTree.array().add("Evidence").add(Terms.AWARD_PART));
    if (part.title() != null) {
      evidence.add("name", part.title());
    }
    if (!part.statuses().isEmpty()) {
      evidence.add(Terms.PART_STATUS, StatusEntry.json(part.statuses()));
    }
    return evidence.build();
  }
}
