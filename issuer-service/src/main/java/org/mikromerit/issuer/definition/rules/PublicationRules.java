package org.mikromerit.issuer.definition.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All that must hold before a definition is published, in the order in which people are told. */
@ApplicationScoped
public class PublicationRules {
  private final List<Rule> rules;

  PublicationRules(Thresholds thresholds) {
    rules =
        List.of(
            new KindStated(),
            new CertificationLevelStated(),
            new ParticipationMeansAttendance(),
            new TitleStated(),
            new CountryStated(),
            new AwardingBodyStated(),
            new AwardingBodyRecognised(),
            new OutcomesStated(),
            new OutcomesHaveCriteria(),
            new OutcomesAreCoherent(thresholds.outcomesWithoutReason()),
            new SkillsAreNamed(),
            new WorkloadStated(),
            new VolumeIsSmall(
                thresholds.leastHours(), thresholds.mostHours(), thresholds.mostEcts()),
            new LevelStated(),
            new AssessmentStated(),
            new DemonstrationIsObserved(),
            new ParticipationStated(),
            new QualityAssuranceStated(),
            new BenefitStated());
  }

  /** Everything that does not hold. */
  public List<Finding> check(Proposal proposal) {
    return rules.stream().flatMap(rule -> rule.check(proposal).stream()).toList();
  }
}
