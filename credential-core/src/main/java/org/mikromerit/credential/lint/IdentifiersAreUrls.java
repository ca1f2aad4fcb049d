package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.jsonld.Iris;
import org.mikromerit.credential.lint.Fault.Code;

/**
 * What identifies is a URL (VCDM 2.0, section 4.4), and there where the data model demands it: of
 * the issuer, of a schema.
 */
final class IdentifiersAreUrls implements Rule {

  private static final List<String> WITH_ID =
      List.of("credentialSubject", "credentialStatus", "evidence", "termsOfUse", "refreshService");

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    optional(document.get("id"), "/id", faults);
    issuer(document.get("issuer"), faults);
    for (String member : WITH_ID) {
      for (Places.Placed each : Places.of(document, member)) {
        if (each.value() instanceof JsonObject object) {
          optional(object.get("id"), each.place() + "/id", faults);
        }
      }
    }
    for (Places.Placed schema : Places.of(document, "credentialSchema")) {
      if (schema.value() instanceof JsonObject object) {
        required(object.get("id"), schema.place() + "/id", faults);
      }
    }
    return faults;
  }

  private static void issuer(@Nullable JsonValue issuer, List<Fault> faults) {
    if (issuer instanceof JsonObject profile) {
      required(profile.get("id"), "/issuer/id", faults);
    } else {
      required(issuer, "/issuer", faults);
    }
  }

  private static void required(@Nullable JsonValue id, String place, List<Fault> faults) {
    if (id == null) {
      faults.add(new Fault(Code.ID_MISSING, place));
    } else {
      optional(id, place, faults);
    }
  }

  private static void optional(@Nullable JsonValue id, String place, List<Fault> faults) {
    if (id != null && !(id instanceof JsonString text && Iris.isSound(text.getString()))) {
      faults.add(new Fault(Code.ID_NOT_A_URL, place));
    }
  }
}
