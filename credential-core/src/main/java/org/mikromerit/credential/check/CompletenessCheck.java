package org.mikromerit.credential.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.openbadge.BadgeStructure;
import org.mikromerit.credential.openbadge.StandardElement;

/**
 * Whether the credential says all that one of its kind must say, by the standard elements if it
 * speaks of them, by Open Badges' structure if it is one, and by the schemas that it names. What is
 * missing is told and takes nothing back: the issuer signed what it signed.
 */
final class CompletenessCheck implements Check {

  private static final int MOST_SCHEMAS = 4;

  @Override
  public CheckName name() {
    return CheckName.COMPLETENESS;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    if (credential.showing().partly()) {
      // What is kept back is not missing.
      return List.of(Finding.of(CheckName.COMPLETENESS, FindingCode.PARTLY_SHOWN));
    }
    JsonObject document = credential.document();
    List<Finding> findings = new ArrayList<>();
    kind(credential).map(kind -> elements(document, kind)).ifPresent(findings::add);
    if (BadgeStructure.isClaimedBy(document) && isOfTheNewerModel(document)) {
      findings.add(structure(credential.written()));
    }
    JsonTree.oneOrMany(document, "credentialSchema").stream()
        .limit(MOST_SCHEMAS)
        .map(
            schema ->
                schema(
                    schema instanceof JsonObject json ? json : JsonObject.EMPTY_JSON_OBJECT,
                    credential.written()))
        .forEach(findings::add);
    return findings;
  }

  /** Only our own context has terms for all the elements. */
  private static Optional<CredentialKind> kind(Proven credential) {
    boolean ours =
        JsonTree.texts(credential.document(), "@context").contains(PinnedContexts.MIKROMERIT);
    return credential
        .facts()
        .kind()
        .filter(_ -> ours)
        .flatMap(
            named ->
                Stream.of(CredentialKind.values())
                    .filter(kind -> kind.name().equals(named))
                    .findFirst());
  }

  private static Finding elements(JsonObject document, CredentialKind kind) {
    List<StandardElement> missing = StandardElement.missing(document, kind);
    return missing.isEmpty()
        ? new Finding(
            CheckName.COMPLETENESS, FindingCode.ELEMENTS_COMPLETE, Map.of("kind", kind.name()))
        : new Finding(
            CheckName.COMPLETENESS,
            FindingCode.ELEMENTS_MISSING,
            Map.of(
                "kind",
                kind.name(),
                "missing",
                missing.stream().map(StandardElement::code).collect(Collectors.joining(", "))));
  }

  private static boolean isOfTheNewerModel(JsonObject document) {
    return JsonTree.texts(document, "@context").contains(PinnedContexts.CREDENTIALS_V2);
  }

  private static Finding structure(JsonObject document) {
    List<String> faults =
        BadgeStructure.faults(document).stream()
            .filter(place -> !isSeveralStatuses(place, document))
            .toList();
    return faults.isEmpty()
        ? Finding.of(CheckName.COMPLETENESS, FindingCode.BADGE_COMPLETE)
        : new Finding(
            CheckName.COMPLETENESS,
            FindingCode.BADGE_INCOMPLETE,
            Map.of("places", Evidence.shorten(String.join(", ", faults))));
  }

  // The data model allows several, and Open Badges 3.1 is to: nothing is missing for it.
  private static boolean isSeveralStatuses(String place, JsonObject document) {
    return place.equals("/credentialStatus")
        && document.get("credentialStatus") instanceof JsonArray;
  }

  // No schema is fetched: of those that we do not know, nothing can be told.
  private static Finding schema(JsonObject schema, JsonObject document) {
    String id = JsonTree.text(schema, "id").orElse("");
    FindingCode code =
        !BadgeStructure.SCHEMAS.contains(id)
            ? FindingCode.SCHEMA_NOT_CHECKED
            : BadgeStructure.faults(document).isEmpty()
                ? FindingCode.SCHEMA_KEPT
                : FindingCode.SCHEMA_NOT_KEPT;
    return new Finding(CheckName.COMPLETENESS, code, Map.of("schema", Evidence.shorten(id)));
  }
}
