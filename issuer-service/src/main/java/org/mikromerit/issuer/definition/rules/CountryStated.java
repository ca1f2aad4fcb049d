package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;

/** Standard element 3. */
final class CountryStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    if (!Stated.isMissing(proposal.draft().country())) {
      return List.of();
    }
    return List.of(
        Finding.missing(
            StandardElement.COUNTRY, "/country", "Give the issuer's country, such as SE."));
  }
}
