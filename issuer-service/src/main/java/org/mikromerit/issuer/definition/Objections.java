package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.issuer.definition.rules.Finding;
import org.mikromerit.issuer.definition.rules.Proposal;
import org.mikromerit.issuer.definition.rules.PublicationRules;
import org.mikromerit.issuer.organisation.Organisation;

/**
 * What speaks against publishing a version: each rule that does not hold, or, where all do, that no
 * credential of it could be signed; and, where it could, that no part of it could be kept back.
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

  private static final Finding NOT_IN_PARTS =
      new Finding(
          "SHOWN-WHOLE-ONLY",
          null,
          "",
          "A credential of this definition would be larger than verifiers read once its holder could"
              + " keep parts of it back: it would be shown whole or not at all. Fewer outcomes or"
              + " skills, or shorter texts, help.");

  private final PublicationRules rules;
  private final TrialOfSigning trial;

  Objections(PublicationRules rules, TrialOfSigning trial) {
    this.rules = rules;
    this.trial = trial;
  }

  Judgement to(PublishedDefinition version, Organisation organisation) {
    List<Finding> findings =
        rules.check(
            new Proposal(
                version.content(),
                organisation.governance(),
                organisation.isAuthorised(),
                organisation.isTurnedDown()));
    return findings.isEmpty() ? tried(version) : new Judgement(findings, List.of());
  }

  private Judgement tried(PublishedDefinition version) {
    return switch (trial.of(version)) {
      case SHOWN_IN_PARTS -> new Judgement(List.of(), List.of());
      case SHOWN_WHOLE -> new Judgement(List.of(), List.of(NOT_IN_PARTS));
      case NOT_SIGNED -> new Judgement(List.of(NOT_SIGNABLE), List.of());
    };
  }
}
