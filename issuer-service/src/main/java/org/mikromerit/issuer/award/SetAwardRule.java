package org.mikromerit.issuer.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.award.AwardRule.BrokenAward;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.kit.audit.Audit;

/** A pathway's owner says what is awarded when it completes; also for what waits already. */
@ApplicationScoped
public class SetAwardRule {
  private final Definitions definitions;
  private final AwardRules rules;
  private final Audit audit;
  private final InstantSource clock;

  SetAwardRule(Definitions definitions, AwardRules rules, Audit audit, InstantSource clock) {
    this.definitions = definitions;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sets or replaces the rule; empty where the definition is not the organisation's. */
  @Transactional
  public Optional<AwardRule> set(
      UUID organisation, UUID pathway, UUID definition, BrokenAward brokenAward) {
    if (definitions.find(organisation, definition).isEmpty()) {
      return Optional.empty();
    }
    var rule = new AwardRule(organisation, pathway, definition, brokenAward, clock.instant());
    rules.put(rule);
    audit.record(
        "award-rule.set",
        "pathway",
        pathway,
        Map.of("definition", definition, "brokenAward", brokenAward.name()));
    return Optional.of(rule);
  }
}
