package org.mikromerit.testkit.contract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.testkit.platform.Platform;

/**
 * A broker that is away delays what a service announces, and loses nothing of it. Inherited with
 * servers of the test's own ({@code own=true}).
 */
public abstract class BrokerAwayContract {
  private final OutboxLoad load = new OutboxLoad();

  @BeforeEach
  void theLoadIsAnyServices() {
    AnyWriter.mayWrite(Topic.ORGANISATION);
  }

  @Test
  @Tag("R1")
  @Tag("R6")
  void whatIsAnnouncedWhileTheBrokerIsAwayArrivesInOrderWhenItIsBack() throws Exception {
    Platform.get().killKafka();
    load.writeConcurrently();

    Platform.get().startKafka();

    load.assertEverythingArrivedInOrder();
  }
}
