package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.Iris;
import org.mikromerit.credential.lint.Fault.Code;

/**
 * The digests of related resources are those of the resources (VCDM 2.0, section 5.3). Nothing is
 * fetched to find that out: a resource that is not known here has no digest that could be vouched
 * for.
 */
final class DigestsAreTrue implements Rule {

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    Set<String> described = new HashSet<>();
    for (Places.Placed each : Places.of(document, "relatedResource")) {
      if (!(each.value() instanceof JsonObject resource)) {
        faults.add(new Fault(Code.MALFORMED, each.place()));
        continue;
      }
      Optional<String> id = JsonTree.text(resource, "id").filter(Iris::isSound);
      if (id.isEmpty()) {
        faults.add(new Fault(Code.ID_MISSING, each.place() + "/id"));
      } else if (!described.add(id.get())) {
        faults.add(new Fault(Code.RESOURCE_REPEATED, each.place() + "/id"));
      } else {
        digests(id.get(), resource, each.place(), faults);
      }
    }
    return faults;
  }

  private static void digests(String id, JsonObject resource, String place, List<Fault> faults) {
    List<Stated> stated = new ArrayList<>();
    for (JsonValue sri : JsonTree.oneOrMany(resource, "digestSRI")) {
      stated.add(new Stated("digestSRI", text(sri).flatMap(Digest::ofSri)));
    }
    for (JsonValue multibase : JsonTree.oneOrMany(resource, "digestMultibase")) {
      stated.add(new Stated("digestMultibase", text(multibase).flatMap(Digest::ofMultibase)));
    }
    if (stated.isEmpty()) {
      faults.add(new Fault(Code.DIGEST_MISSING, place));
    }
    for (Stated each : stated) {
      each.fault(id).ifPresent(code -> faults.add(new Fault(code, place + "/" + each.member())));
    }
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  /** A digest as one member states it; empty if it has not that member's form. */
  private record Stated(String member, Optional<Digest> digest) {

    Optional<Code> fault(String resource) {
      if (digest.isEmpty()) {
        return Optional.of(Code.DIGEST_MALFORMED);
      }
      return KnownResources.digest(resource, digest.get().hash())
          .map(known -> Arrays.equals(known, digest.get().value()))
          .map(isTrue -> isTrue ? Optional.<Code>empty() : Optional.of(Code.DIGEST_WRONG))
          .orElse(Optional.of(Code.RESOURCE_UNKNOWN));
    }
  }
}
