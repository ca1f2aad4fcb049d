package org.mikromerit.credential.openbadge;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;

/**
 * Which members an achievement's credential must have, by the JSON Schema of Open Badges 3.0
 * (ob_v3p0_achievementcredential_schema.json): those required, and of each object within it the
 * type, and whether it stands alone or in an array. What a value must look like is left to the
 * checks that read it.
 */
public final class BadgeStructure {

  /** Where the schema is published. */
  public static final Set<String> SCHEMAS =
      Set.of(
          "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
          "https://purl.imsglobal.org/spec/ob/v3p0/schema/json-ld/ob_v3p0_achievementcredential_schema.json");

  private static final int MOST_FAULTS = 10;

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          shape("AchievementSubject", List.of("type", "achievement"))
              .with("achievement", "Achievement")
              .withMany("identifier", "IdentityObject")
              .with("image", "Image")
              .withMany("result", "Result")
              .with("source", "Profile")
              .entry(),
          shape("Achievement", List.of("id", "type", "criteria", "description", "name"))
              .withMany("alignment", "Alignment")
              .with("creator", "Profile")
              .with("criteria", "Criteria")
              .with("image", "Image")
              .withMany("otherIdentifier", "IdentifierEntry")
              .withMany("related", "Related")
              .withMany("resultDescription", "ResultDescription")
              .entry(),
          shape("Profile", List.of("id", "type"))
              .with("image", "Image")
              .with("address", "Address")
              .withMany("otherIdentifier", "IdentifierEntry")
              .with("parentOrg", "Profile")
              .entry(),
          shape("Result", List.of("type")).withMany("alignment", "Alignment").entry(),
          shape("ResultDescription", List.of("id", "type", "name", "resultType"))
              .withMany("alignment", "Alignment")
              .withMany("rubricCriterionLevel", "RubricCriterionLevel")
              .entry(),
          shape("RubricCriterionLevel", List.of("id", "type", "name"))
              .withMany("alignment", "Alignment")
              .entry(),
          shape("Address", List.of("type")).with("geo", "GeoCoordinates").entry(),
          shape("Alignment", List.of("type", "targetName", "targetUrl")).entry(),
          shape("Related", List.of("id", "type")).entry(),
          shape("Evidence", List.of("type")).entry(),
          untyped("Criteria", List.of()).entry(),
          untyped("Proof", List.of("type")).entry(),
          untyped("CredentialStatus", List.of("id", "type")).entry(),
          untyped("CredentialSchema", List.of("id", "type")).entry(),
          untyped("RefreshService", List.of("id", "type")).entry(),
          untyped("TermsOfUse", List.of("type")).entry(),
          oneType("IdentityObject", List.of("hashed", "identityHash", "identityType")).entry(),
          oneType("IdentifierEntry", List.of("identifier", "identifierType")).entry(),
          oneType("GeoCoordinates", List.of("latitude", "longitude")).entry(),
          oneType("Image", List.of("id")).entry());

  private static final Shape CREDENTIAL =
      untyped(
              "AchievementCredential",
              List.of("@context", "id", "type", "credentialSubject", "issuer", "validFrom"))
          .with("credentialSubject", "AchievementSubject")
          .with("issuer", "Profile")
          .with("image", "Image")
          .withMany("evidence", "Evidence")
          .withMany("proof", "Proof")
          .withMany("credentialSchema", "CredentialSchema")
          .with("credentialStatus", "CredentialStatus")
          .with("refreshService", "RefreshService")
          .withMany("termsOfUse", "TermsOfUse");

  private final List<String> faults = new ArrayList<>();

  private BadgeStructure() {}

  /** Whether it calls itself an achievement's credential. */
  public static boolean isClaimedBy(JsonObject document) {
    return JsonTree.hasType(document, "OpenBadgeCredential")
        || JsonTree.hasType(document, "AchievementCredential");
  }

  /** Where something is missing or of another kind; the first few places. */
  public static List<String> faults(JsonObject document) {
    var structure = new BadgeStructure();
    structure.object("", document, CREDENTIAL);
    return structure.faults.stream().limit(MOST_FAULTS).toList();
  }

  private void object(String place, JsonObject object, Shape shape) {
    for (String member : shape.required) {
      require(object.containsKey(member), place + "/" + member);
    }
    if (object.containsKey("type")) {
      require(shape.typing.fits(object.get("type"), shape.name), place + "/type");
    }
    for (Member member : shape.members) {
      JsonValue value = object.get(member.name);
      if (value != null) {
        member(place + "/" + member.name, value, member);
      }
    }
  }

  private void member(String place, JsonValue value, Member member) {
    switch (value) {
      case JsonArray array when member.many -> {
        for (int i = 0; i < array.size(); i++) {
          one(place + "/" + i, array.get(i), member);
        }
      }
      case JsonObject one when !member.many -> one(place, one, member);
      // An issuer may be told by its identifier alone.
      case JsonString _ when place.equals("/issuer") -> {}
      default -> require(false, place);
    }
  }

  private void one(String place, JsonValue value, Member member) {
    if (value instanceof JsonObject object) {
      object(place, object, Objects.requireNonNull(SHAPES.get(member.shape)));
    } else {
      require(false, place);
    }
  }

  private void require(boolean holds, String place) {
    if (!holds) {
      faults.add(place);
    }
  }

  private static Shape shape(String name, List<String> required) {
    return new Shape(name, Typing.AMONG_OTHERS, required, List.of());
  }

  private static Shape untyped(String name, List<String> required) {
    return new Shape(name, Typing.ANY, required, List.of());
  }

  private static Shape oneType(String name, List<String> required) {
    var all = new ArrayList<>(required);
    all.add("type");
    return new Shape(name, Typing.ALONE, all, List.of());
  }

  /** How an object says its type. */
  private enum Typing {
    ANY,
    ALONE,
    AMONG_OTHERS;

    boolean fits(JsonValue type, String name) {
      return switch (this) {
        case ANY -> true;
        case ALONE -> type.equals(JsonTree.string(name));
        case AMONG_OTHERS ->
            type instanceof JsonArray types && types.contains(JsonTree.string(name));
      };
    }
  }

  private record Member(String name, String shape, boolean many) {}

  private record Shape(String name, Typing typing, List<String> required, List<Member> members) {

    Shape with(String member, String shape) {
      return and(new Member(member, shape, false));
    }

    Shape withMany(String member, String shape) {
      return and(new Member(member, shape, true));
    }

    private Shape and(Member member) {
      var all = new ArrayList<>(members);
      all.add(member);
      return new Shape(name, typing, required, List.copyOf(all));
    }

    Map.Entry<String, Shape> entry() {
      return Map.entry(name, this);
    }
  }
}
