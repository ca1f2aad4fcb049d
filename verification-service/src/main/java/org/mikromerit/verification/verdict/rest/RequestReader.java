package org.mikromerit.verification.verdict.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.verification.policy.Policy;
import org.mikromerit.verification.policy.ReadPolicy;
import org.mikromerit.verification.verdict.VerificationRequest;
import org.mikromerit.verification.verdict.VerificationRequest.Item;

/**
 * Reads requests that hold documents. They are read as strictly as documents are, since two readers
 * of the request must not find two documents in it.
 */
final class RequestReader {
  static final int MOST_ITEMS = 100;

  /** What one document may be, with a policy and a bundle beside it. */
  static final Bounds ONE = new Bounds(2 * 1024 * 1024, 64, 6_000, 6_000, 1024 * 1024);

  /**
   * What a batch may be. A hundred usual credentials have some twenty thousand values; of those as
   * large as they may be, ten fit. So a batch costs no more than as many bytes posted one by one.
   * How many members one object may have is left to each document's own bounds, so that it spoils
   * no other.
   */
  static final Bounds MANY = new Bounds(4 * 1024 * 1024, 64, 60_000, 60_000, 1024 * 1024);

  private static final Set<String> OF_AN_ITEM = Set.of("document", "token", "id");
  private static final Set<String> OF_A_REQUEST = Set.of("policy", "asOf", "bundle", "askIssuer");

  private RequestReader() {}

  /** One document, token or id, with what is asked of it. */
  static VerificationRequest one(byte[] body) {
    JsonObject json = parse(body, ONE);
    requireKnown(json, "", OF_AN_ITEM, OF_A_REQUEST);
    Item item = item(json, "");
    if (item instanceof VerificationRequest.Unusable(String field)) {
      throw invalid(field, "Give one of document, token and id.");
    }
    return request(List.of(item), json);
  }

  /** Up to so many of them, and what is asked of all. */
  static VerificationRequest many(byte[] body) {
    JsonObject json = parse(body, MANY);
    requireKnown(json, "", Set.of("items"), OF_A_REQUEST);
    List<JsonValue> given = JsonTree.oneOrMany(json, "items");
    if (given.isEmpty() || given.size() > MOST_ITEMS) {
      throw invalid("/items", "Give 1 to " + MOST_ITEMS + " items.");
    }
    List<Item> items = new ArrayList<>();
    for (JsonValue each : given) {
      String place = "/items/" + items.size();
      items.add(
          each instanceof JsonObject item
              ? unknown(item, OF_AN_ITEM, Set.of())
                  .<Item>map(name -> new VerificationRequest.Unusable(place + "/" + name))
                  .orElseGet(() -> item(item, place))
              : new VerificationRequest.Unusable(place));
    }
    return request(items, json);
  }

  private static VerificationRequest request(List<Item> items, JsonObject json) {
    return new VerificationRequest(
        items, text(json, "bundle"), policy(json), asOf(json), askIssuer(json));
  }

  // Bytes again, so that a document takes one path however it comes. Where they must be those that
  // were issued, since the ledger is to say whether it knew them, the document is sent as text.
  private static Item item(JsonObject json, String place) {
    if (OF_AN_ITEM.stream().filter(json::containsKey).count() != 1) {
      return new VerificationRequest.Unusable(place.isEmpty() ? "/document" : place);
    }
    if (json.get("document") instanceof JsonObject document) {
      return new VerificationRequest.Document(StrictJson.write(document));
    }
    for (String name : List.of("document", "token")) {
      if (json.get(name) instanceof JsonString text) {
        return new VerificationRequest.Document(text.getString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return JsonTree.text(json, "id")
        .flatMap(CredentialId::fromUrn)
        .<Item>map(VerificationRequest.ById::new)
        .orElseGet(
            () ->
                new VerificationRequest.Unusable(
                    OF_AN_ITEM.stream()
                        .filter(json::containsKey)
                        .map(name -> place + "/" + name)
                        .findFirst()
                        .orElse(place)));
  }

  private static @Nullable Policy policy(JsonObject json) {
    if (!json.containsKey("policy")) {
      return null;
    }
    if (!(json.get("policy") instanceof JsonObject policy)) {
      throw invalid("/policy", "A policy is an object with a member for each rule.");
    }
    return switch (ReadPolicy.read(policy)) {
      case ReadPolicy.Read(Policy read) -> read;
      case ReadPolicy.UnknownRule(String name) ->
          throw new ProblemException(Problems.unknownField("/policy/" + shortened(name)));
      case ReadPolicy.Unusable(String name) ->
          throw invalid("/policy/" + name, "The rule cannot use this; see the API description.");
    };
  }

  private static Optional<Instant> asOf(JsonObject json) {
    return text(json, "asOf")
        .map(text -> Instants.parse(text).orElseThrow(() -> AsOf.refusal("/asOf")));
  }

  private static boolean askIssuer(JsonObject json) {
    return switch (json.getOrDefault("askIssuer", JsonValue.FALSE).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw invalid("/askIssuer", "This is true or false.");
    };
  }

  private static Optional<String> text(JsonObject json, String name) {
    if (!json.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(json, name).orElseThrow(() -> invalid("/" + name, "This is a text.")));
  }

  private static JsonObject parse(byte[] body, Bounds bounds) {
    try {
      return StrictJson.parse(body, bounds);
    } catch (MalformedJson e) {
      throw new ProblemException(problem(e, bounds));
    }
  }

  private static Problem problem(MalformedJson refusal, Bounds bounds) {
    return refusal.code() == MalformedJson.Code.TOO_LARGE
        ? Problems.tooLarge(bounds.bytes())
        : Problems.malformedJson("Send one JSON object, as the API description shows it.")
            .with("reason", refusal.code().code());
  }

  private static void requireKnown(
      JsonObject json, String place, Set<String> some, Set<String> others) {
    unknown(json, some, others)
        .ifPresent(
            name -> {
              throw new ProblemException(Problems.unknownField(place + "/" + name));
            });
  }

  private static Optional<String> unknown(JsonObject json, Set<String> some, Set<String> others) {
    return json.keySet().stream()
        .filter(name -> !some.contains(name) && !others.contains(name))
        .map(RequestReader::shortened)
        .findFirst();
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60);
  }

  private static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problems.invalidValue(field, detail));
  }
}
