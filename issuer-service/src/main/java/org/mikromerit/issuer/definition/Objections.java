package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.issuer.definition.rules.Finding;
import org.mikromerit.issuer.definition.rules.Proposal;
import org.mikromerit.issuer.definition.rules.PublicationRules;
import org.mikromerit.issuer.organisation.Organisation;

/**
 * What speaks against publishing a version: each rule that does not hold, or, where all do, that no
 * credential of it could be signed.
 */
@ApplicationScoped
class Objections {
  private static final Finding NOT_SIGNABLE =
      new Finding(
          "CANNOT-BE-SIGNED",
          null,
          "",
          "A credential of this definition would be too large, or could not be signed whole. Shorten"
              + " the texts.");

  private final PublicationRules rules;
  private final TrialOfSigning trial;

  Objections(PublicationRules rules, TrialOfSigning trial) {
    this.rules = rules;
    this.trial = trial;
  }

  List<Finding> to(PublishedDefinition version, Organisation organisation) {
    List<Finding> findings =
        rules.check(
            new Proposal(
                version.content(),
                organisation.governance(),
                organisation.isAuthorised(),
                organisation.isTurnedDown()));
    return findings.isEmpty() && !trial.succeeds(version) ? List.of(NOT_SIGNABLE) : findings;
  }
}
