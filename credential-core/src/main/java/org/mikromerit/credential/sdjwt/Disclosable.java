package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;

/**
 * Which members and elements of a credential its holder may show or keep back.
 *
 * <p>Never what a verifier must see in order to judge the rest: whose it is by kind and by name,
 * its times, its status, how it is to be read (RFC 9901, section 9.7).
 */
public final class Disclosable {

  private static final String EACH = "*";

  // Members of the credential, with all that is in them.
  private static final Set<String> SHOWN_WHOLE =
      Set.of(
          "@context",
          "id",
          "type",
          "issuer",
          "issuanceDate",
          "expirationDate",
          "validFrom",
          "validUntil",
          "awardedDate",
          "credentialStatus",
          "status",
          "credentialSchema",
          "refreshService",
          "relatedResource",
          "termsOfUse",
          "proof");

  private final Set<List<String>> paths;
  private final Set<String> shownTypes;

  private Disclosable(Set<List<String>> paths, Set<String> shownTypes) {
    this.paths = paths;
    this.shownTypes = shownTypes;
  }

  /**
   * What is at these places, where a credential has it.
   *
   * @param pointers in the form of RFC 6901, with {@code *} for each element of an array; what is
   *     within each other is disclosable by itself and with the rest
   * @throws IllegalArgumentException if one of them names what must always be shown: the members
   *     above, the subject itself, or any {@code id} or {@code type}
   */
  public static Disclosable of(String... pointers) {
    Set<List<String>> paths = new HashSet<>();
    for (String pointer : pointers) {
      paths.add(path(pointer));
    }
    return new Disclosable(Set.copyOf(paths), Set.of());
  }

  private static List<String> path(String pointer) {
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException("no pointer: " + pointer);
    }
    List<String> path = Arrays.asList(pointer.substring(1).split("/", -1));
    if (SHOWN_WHOLE.contains(path.getFirst())
        || path.equals(List.of("credentialSubject"))
        || tellsTheRest(path.getLast())
        || path.stream().anyMatch(name -> name.isEmpty() || name.contains("~"))) {
      throw new IllegalArgumentException("not for the holder to choose: " + pointer);
    }
    return path;
  }

  // Without its name or kind nobody can tell what another member is, or that it is there at all.
  private static boolean tellsTheRest(String name) {
    return name.equals("id")
        || name.equals("type")
        || name.startsWith("@")
        || Disclosure.RESERVED.contains(name);
  }

  /** The same, save for objects of a type: who keeps one of those back hides a reason to doubt. */
  public Disclosable except(String type) {
    Set<String> types = new HashSet<>(shownTypes);
    types.add(type);
    return new Disclosable(paths, Set.copyOf(types));
  }

  boolean member(List<String> path, JsonValue value) {
    return paths.contains(path) && !isShown(value);
  }

  boolean element(List<String> array, JsonValue value) {
    return paths.contains(child(array, EACH)) && !isShown(value);
  }

  private boolean isShown(JsonValue value) {
    return value instanceof JsonObject object
        && JsonTree.texts(object, "type").stream().anyMatch(shownTypes::contains);
  }

  static List<String> child(List<String> path, String name) {
    String[] longer = path.toArray(new String[path.size() + 1]);
    longer[path.size()] = name;
    return List.of(longer);
  }

  static List<String> element(List<String> array) {
    return child(array, EACH);
  }
}
