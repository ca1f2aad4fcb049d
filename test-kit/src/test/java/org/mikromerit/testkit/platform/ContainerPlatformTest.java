package org.mikromerit.testkit.platform;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "org.mikromerit.testkit.platform.ContainerServers#canStart",
    disabledReason = "No Docker engine answers here.")
class ContainerPlatformTest extends PlatformContract {

  @Override
  Servers start() {
    return ContainerServers.start();
  }
}
