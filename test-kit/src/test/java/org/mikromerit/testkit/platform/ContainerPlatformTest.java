package org.mikromerit.testkit.platform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ContainerPlatformTest extends PlatformContract {

  @Override
  Servers start() {
    assumeTrue(ContainerServers.canStart(), "No Docker engine answers here.");
    return ContainerServers.start();
  }
}
