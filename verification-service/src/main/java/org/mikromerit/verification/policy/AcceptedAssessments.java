package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.Token;

/** It was assessed in one of these ways at least. */
record AcceptedAssessments(Set<String> types) implements Rule {

  AcceptedAssessments {
    types = Set.copyOf(types);
  }

  static Optional<Rule> read(JsonValue value) {
    return Values.texts(value)
        .filter(
            types ->
                types.stream()
                    .allMatch(type -> Token.parse(AssessmentType.class, type).isPresent()))
        .map(AcceptedAssessments::new);
  }

  @Override
  public Answer judge(Shown credential) {
    List<String> stated = credential.facts().validation().assessmentTypes();
    return stated.isEmpty()
        ? Answer.NOT_STATED
        : Answer.met(stated.stream().anyMatch(types::contains));
  }
}
