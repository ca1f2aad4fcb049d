package org.mikromerit.credential.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out whether the outcomes were reached.
 *
 * @param types at least one
 * @param method in the provider's own words
 * @param assessorRole such as "teacher" or "workplace supervisor"; never a name
 */
public record Assessment(
    List<AssessmentType> types,
    @Nullable String method,
    @Nullable Supervision supervision,
    @Nullable String assessorRole) {

  public Assessment {
    types = List.copyOf(types.stream().distinct().toList());
    Require.that(!types.isEmpty(), "an assessment has a type");
    Require.optionalText("method", method);
    Require.optionalText("assessor's role", assessorRole);
  }

  /** Having been there is an assessment of nothing. */
  public boolean assessesSomething() {
    return types.stream().anyMatch(type -> type != AssessmentType.ATTENDANCE);
  }
}
