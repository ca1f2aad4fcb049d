package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.issuer.definition.Draft.Skill;

/** A skill is a taxonomy's URI with its label, so that programs and people read the same. */
final class SkillsAreNamed implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    var findings = new ArrayList<Finding>();
    var outcomes = proposal.draft().outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      List<Skill> skills = outcomes.get(i).skills();
      for (int j = 0; j < skills.size(); j++) {
        if (Stated.isMissing(skills.get(j).uri()) || Stated.isMissing(skills.get(j).label())) {
          findings.add(
              Finding.of(
                  "SKILL-INCOMPLETE",
                  "/outcomes/" + i + "/skills/" + j,
                  "Give the skill's URI and its label."));
        }
      }
    }
    return findings;
  }
}
