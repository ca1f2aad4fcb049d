package org.mikromerit.credential.openbadge;

import java.util.List;
import java.util.Optional;

/**
 * What a document says of how the learning was checked, as written; empty where it says nothing.
 *
 * @param assessmentTypes such as {@code practical}
 * @param method in the provider's own words
 * @param supervision whether learners were watched and known, such as {@code
 *     supervised-onsite-identity-check}
 * @param evidence how many pieces of evidence it names
 * @param outcomes how many learning outcomes it names, each with its criterion
 */
public record ValidationRecord(
    List<String> assessmentTypes,
    Optional<String> method,
    Optional<String> assessorRole,
    Optional<String> supervision,
    int evidence,
    int outcomes) {

  /** Copies the types. */
  public ValidationRecord {
    assessmentTypes = List.copyOf(assessmentTypes);
  }
}
