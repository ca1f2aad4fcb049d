package org.mikromerit.credential.openbadge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mikromerit.credential.document.JsonTree;

/**
 * The endorsements that an Open Badge carries (Open Badges 3.0, section 7.3): of itself, of its
 * achievement and of its issuer, each as a document within it or as a JWT.
 */
public final class Endorsements {

  private static final String EMBEDDED = "endorsement";
  private static final String TOKENS = "endorsementJwt";

  private Endorsements() {}

  /** All of them, each a document or a token. */
  public static List<JsonValue> of(JsonObject document) {
    List<JsonValue> all = new ArrayList<>();
    carriers(document)
        .forEach(
            carrier -> {
              all.addAll(JsonTree.oneOrMany(carrier, EMBEDDED));
              all.addAll(JsonTree.oneOrMany(carrier, TOKENS));
            });
    return all;
  }

  /** Whether there are any within it that are documents. */
  public static boolean areEmbeddedIn(JsonObject document) {
    return carriers(document).anyMatch(carrier -> carrier.containsKey(EMBEDDED));
  }

  /**
   * What the document says itself. The endorsements within it are documents of their own, with
   * contexts and proofs of their own.
   */
  public static JsonObject without(JsonObject document) {
    JsonObject bare = bare(document);
    Optional<JsonObject> subject = JsonTree.child(bare, "credentialSubject");
    if (subject.flatMap(json -> JsonTree.child(json, "achievement")).isPresent()) {
      bare =
          JsonTree.object(bare)
              .add("credentialSubject", withBare(subject.get(), "achievement"))
              .build();
    }
    return withBare(bare, "issuer");
  }

  private static JsonObject withBare(JsonObject object, String member) {
    return JsonTree.child(object, member)
        .map(child -> JsonTree.object(object).add(member, bare(child)).build())
        .orElse(object);
  }

  private static JsonObject bare(JsonObject carrier) {
    if (!carrier.containsKey(EMBEDDED)) {
      return carrier;
    }
    var rest = JsonTree.object(carrier);
    rest.remove(EMBEDDED);
    return rest.build();
  }

  private static Stream<JsonObject> carriers(JsonObject document) {
    return Stream.of(
            Optional.of(document),
            JsonTree.child(document, "credentialSubject")
                .flatMap(subject -> JsonTree.child(subject, "achievement")),
            JsonTree.child(document, "issuer"))
        .flatMap(Optional::stream);
  }
}
