package org.mikromerit.credential.openbadge;

import java.util.List;
import java.util.Optional;

/**
 * What a document says of what was learned, as written, in its main language.
 *
 * @param outcomes what the holder knows or can do
 * @param criteria what it takes to be awarded it
 */
public record LearningContent(
    Optional<String> description, List<String> outcomes, Optional<String> criteria) {

  /** For what says nothing of it. */
  public static final LearningContent NONE =
      new LearningContent(Optional.empty(), List.of(), Optional.empty());

  public LearningContent {
    outcomes = List.copyOf(outcomes);
  }
}
