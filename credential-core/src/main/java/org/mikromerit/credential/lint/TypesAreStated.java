package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.lint.Fault.Code;

/**
 * Each member whose meaning depends on its type says it (VCDM 2.0, section 4.5): a status without a
 * type is one that no verifier looks up.
 */
final class TypesAreStated implements Rule {

  private static final List<String> TYPED =
      List.of(
          "credentialStatus",
          "credentialSchema",
          "refreshService",
          "termsOfUse",
          "evidence",
          "confidenceMethod",
          "renderMethod");

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    for (String member : TYPED) {
      for (Places.Placed each : Places.of(document, member)) {
        if (!(each.value() instanceof JsonObject object) || !hasType(object)) {
          faults.add(new Fault(Code.TYPE_MISSING, each.place() + "/type"));
        }
      }
    }
    return faults;
  }

  private static boolean hasType(JsonObject object) {
    var types = JsonTree.oneOrMany(object, "type");
    return !types.isEmpty()
        && types.stream()
            .allMatch(type -> type instanceof JsonString text && !text.getString().isBlank());
  }
}
