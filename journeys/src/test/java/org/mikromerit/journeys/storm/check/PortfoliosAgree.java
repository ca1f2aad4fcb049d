package org.mikromerit.journeys.storm.check;

import java.util.List;

/** Each learner has each of theirs, once, as the issuer signed it, and to be shown in parts. */
final class PortfoliosAgree implements Check {

  @Override
  public String question() {
    return "each learner has all of theirs, once";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    return Check.differences(
        aftermath
            .databases()
            .pairs("issuer", "select learner_ref || ' ' || id, digest from credential"),
        aftermath
            .databases()
            .pairs(
                "registry",
                """
                select learner_ref || ' ' || credential, e.digest
                from portfolio_entry e join portfolio_body b using (learner_ref, credential)
                where sd_jwt is not null
                """));
  }
}
