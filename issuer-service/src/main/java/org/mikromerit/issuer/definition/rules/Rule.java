package org.mikromerit.issuer.definition.rules;

import java.util.List;

/** One thing that must hold before a definition is published. */
public interface Rule {

  /** What does not hold, with its place; empty where all does, or where the rule does not bind. */
  List<Finding> check(Proposal proposal);
}
