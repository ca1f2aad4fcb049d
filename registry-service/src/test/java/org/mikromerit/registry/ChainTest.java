package org.mikromerit.registry;

import java.util.Map;
import java.util.Optional;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.testkit.contract.ChainContract;

class ChainTest extends ChainContract {
  @Override
  protected Optional<Facts> facts() {
    return Optional.of(new RegistryFacts());
  }

  @Override
  protected int edits() {
    return 1_000;
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.of("portfolio_body", "goes with its learner's key");
  }
}
