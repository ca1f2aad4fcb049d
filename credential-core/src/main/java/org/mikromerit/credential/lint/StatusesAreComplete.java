package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.Iris;
import org.mikromerit.credential.lint.Fault.Code;

/** A Bitstring status says where and what is looked up (Bitstring Status List 1.0, section 2.1). */
final class StatusesAreComplete implements Rule {

  private static final String INDEX = "0|[1-9][0-9]{0,8}";

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    for (Places.Placed each : Places.of(document, "credentialStatus")) {
      if (each.value() instanceof JsonObject status
          && JsonTree.hasType(status, "BitstringStatusListEntry")) {
        require(JsonTree.text(status, "statusPurpose").isPresent(), each, "statusPurpose", faults);
        require(
            JsonTree.text(status, "statusListIndex").filter(i -> i.matches(INDEX)).isPresent(),
            each,
            "statusListIndex",
            faults);
        require(
            JsonTree.text(status, "statusListCredential").filter(Iris::isSound).isPresent(),
            each,
            "statusListCredential",
            faults);
      }
    }
    return faults;
  }

  private static void require(
      boolean sound, Places.Placed status, String member, List<Fault> faults) {
    if (!sound) {
      faults.add(new Fault(Code.MALFORMED, status.place() + "/" + member));
    }
  }
}
