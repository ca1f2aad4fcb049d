package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.util.List;
import org.mikromerit.credential.lint.Fault.Code;

/** Something is claimed of each subject (VCDM 2.0, section 4.8). */
final class SubjectsSaySomething implements Rule {

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Places.Placed> subjects = Places.of(document, "credentialSubject");
    if (subjects.isEmpty()) {
      return List.of(new Fault(Code.SUBJECT_EMPTY, "/credentialSubject"));
    }
    return subjects.stream()
        .filter(each -> !(each.value() instanceof JsonObject subject) || subject.isEmpty())
        .map(each -> new Fault(Code.SUBJECT_EMPTY, each.place()))
        .toList();
  }
}
