package org.mikromerit.registry.learner;

import java.util.ArrayList;
import java.util.List;

/**
 * Who signs in: the account, and what the identity provider verified about its person.
 *
 * @param ref the account's own reference
 */
public record Account(String ref, List<VerifiedIdentifier> verified) {

  public Account {
    verified = List.copyOf(verified);
  }

  /** All by which this person is known, the account first. */
  List<VerifiedIdentifier> identifiers() {
    var all = new ArrayList<VerifiedIdentifier>();
    all.add(new VerifiedIdentifier(ref, IdentifierKind.ACCOUNT));
    all.addAll(verified);
    return List.copyOf(all);
  }
}
