package org.mikromerit.registry.organisation;

/** What came of preparing a decision. */
public sealed interface Preparation permits Preparation.Prepared, Refused {

  record Prepared(Organisation organisation, Proposal proposal) implements Preparation {}
}
