package org.mikromerit.testkit.platform;

class ProcessPlatformTest extends PlatformContract {

  @Override
  Servers start() {
    return ProcessServers.start();
  }
}
