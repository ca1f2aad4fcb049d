package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;

/** Standard element 4. */
final class AwardingBodyStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    var body = proposal.draft().awardingBody();
    if (body != null && !Stated.isMissing(body.name())) {
      return List.of();
    }
    return List.of(
        Finding.missing(
            StandardElement.AWARDING_BODY,
            "/awardingBody/name",
            "Name the body that awards the credential."));
  }
}
