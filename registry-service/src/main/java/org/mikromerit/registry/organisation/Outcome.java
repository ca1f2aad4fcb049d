package org.mikromerit.registry.organisation;

/** What came of an application, or of a decision on an organisation. */
public sealed interface Outcome permits Outcome.Accepted, Refused {

  record Accepted(Organisation organisation) implements Outcome {}
}
