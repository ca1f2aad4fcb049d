package org.mikromerit.credential.definition;

import java.util.List;

/**
 * What the learner knows, understands or can do, and how it is judged.
 *
 * @param criterion what must be shown
 */
public record Outcome(LangString text, LangString criterion, List<Skill> skills) {

  public Outcome {
    skills = Require.few("skills", skills);
  }
}
