package org.mikromerit.issuer;

import java.util.Map;
import java.util.Optional;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.testkit.contract.ChainContract;

class ChainTest extends ChainContract {
  @Override
  protected Optional<Facts> facts() {
    return Optional.of(new IssuerFacts());
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.of(
        "credential_body", "goes with its learner's key",
        "given_credential_body", "goes with its learner's key");
  }
}
