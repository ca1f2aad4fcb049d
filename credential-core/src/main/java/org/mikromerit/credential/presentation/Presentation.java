package org.mikromerit.credential.presentation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;

/**
 * A verifiable presentation (VCDM 2.0, section 4.13), read and not believed.
 *
 * @param holder who is said to show it; null where nobody is
 * @param credentials each as it was shown, in order
 */
public record Presentation(
    JsonObject document, @Nullable Did holder, List<JsonObject> credentials) {

  static final String TYPE = "VerifiablePresentation";
  static final String CREDENTIALS = "verifiableCredential";

  /** More than anybody shows at once. */
  private static final int MOST_CREDENTIALS = 50;

  /** As many as one credential may have: what is posted together costs no more than one would. */
  private static final int MOST_PIECES = 1_200;

  /** Copies the list. */
  public Presentation {
    credentials = List.copyOf(credentials);
  }

  /** A presentation, or why it is none. */
  public sealed interface Reading {}

  public record Read(Presentation presentation) implements Reading {}

  /** Why it is none. */
  public sealed interface NotRead extends Reading {}

  /**
   * It is none that we read.
   *
   * @param member that is missing or has another form
   */
  public record Unreadable(String member) implements NotRead {}

  /** There are more credentials in it than are looked at. */
  public record TooMany(int most) implements NotRead {}

  /** Its credentials together are of more objects and types than are looked at. */
  public record TooComplex(int most) implements NotRead {}

  public static Reading read(JsonObject document) {
    List<String> contexts = JsonTree.texts(document, "@context");
    boolean known =
        contexts.stream()
            .findFirst()
            .filter(
                first ->
                    first.equals(PinnedContexts.CREDENTIALS_V2)
                        || first.equals(PinnedContexts.CREDENTIALS_V1))
            .isPresent();
    if (!known) {
      return new Unreadable("@context");
    }
    if (!JsonTree.hasType(document, TYPE)) {
      return new Unreadable("type");
    }
    Optional<Did> holder = holder(document);
    if (document.containsKey("holder") && holder.isEmpty()) {
      return new Unreadable("holder");
    }
    List<JsonValue> shown = JsonTree.oneOrMany(document, CREDENTIALS);
    if (shown.size() > MOST_CREDENTIALS) {
      return new TooMany(MOST_CREDENTIALS);
    }
    if (pieces(document) > MOST_PIECES) {
      return new TooComplex(MOST_PIECES);
    }
    List<JsonObject> credentials = new ArrayList<>();
    for (JsonValue each : shown) {
      if (!(each instanceof JsonObject credential)) {
        return new Unreadable(CREDENTIALS);
      }
      credentials.add(credential);
    }
    return new Read(new Presentation(document, holder.orElse(null), credentials));
  }

  /** Whether one of its credentials is issued by this DID. */
  boolean includesWordOf(Did issuer) {
    return credentials.stream().anyMatch(each -> Did.issuerOf(each).equals(Optional.of(issuer)));
  }

  private static int pieces(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          1
              + JsonTree.oneOrMany(object, "type").size()
              + object.values().stream().mapToInt(Presentation::pieces).sum();
      case JsonArray array -> array.stream().mapToInt(Presentation::pieces).sum();
      default -> 0;
    };
  }

  private static Optional<Did> holder(JsonObject document) {
    return JsonTree.text(document, "holder")
        .or(() -> JsonTree.child(document, "holder").flatMap(holder -> JsonTree.text(holder, "id")))
        .flatMap(Did::parse);
  }
}
