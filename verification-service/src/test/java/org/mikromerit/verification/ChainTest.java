package org.mikromerit.verification;

import java.util.Map;
import java.util.Optional;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.testkit.contract.ChainContract;

class ChainTest extends ChainContract {
  @Override
  protected Optional<Facts> facts() {
    return Optional.empty();
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.of();
  }
}
