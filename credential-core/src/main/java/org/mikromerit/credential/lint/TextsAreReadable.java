package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.lint.Fault.Code;

/** A name or description is a text, or one in each of some languages (VCDM 2.0, section 11.1). */
final class TextsAreReadable implements Rule {

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    texts(document, "name", faults);
    texts(document, "description", faults);
    return faults;
  }

  private static void texts(JsonObject document, String member, List<Fault> faults) {
    List<Places.Placed> texts = Places.of(document, member);
    Set<Optional<String>> languages = new HashSet<>();
    for (Places.Placed each : texts) {
      switch (each.value()) {
        case JsonString _ when texts.size() == 1 -> {}
        case JsonObject text when JsonTree.text(text, "@value").isPresent() -> {
          Optional<String> language =
              JsonTree.text(text, "@language").map(tag -> tag.toLowerCase(Locale.ROOT));
          if (!languages.add(language)) {
            faults.add(new Fault(Code.LANGUAGE_REPEATED, each.place()));
          }
        }
        default -> faults.add(new Fault(Code.MALFORMED, each.place()));
      }
    }
  }
}
