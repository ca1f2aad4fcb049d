package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** One of these signed it, by their DIDs. */
record AcceptedIssuers(Set<String> dids) implements Rule {

  AcceptedIssuers {
    dids = Set.copyOf(dids);
  }

  static Optional<Rule> read(JsonValue value) {
    return Values.texts(value)
        .filter(dids -> dids.stream().allMatch(did -> did.startsWith("did:")))
        .map(AcceptedIssuers::new);
  }

  @Override
  public Answer judge(Shown credential) {
    return Answer.met(dids.contains(credential.facts().issuer().value()));
  }
}
