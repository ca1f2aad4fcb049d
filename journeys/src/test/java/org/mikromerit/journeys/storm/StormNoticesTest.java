package org.mikromerit.journeys.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.storm.fault.Fault;
import org.mikromerit.journeys.storm.fault.KillBroker;
import org.mikromerit.journeys.storm.fault.RefuseInsert;

/** A storm is worth something if it fails once our own code does. */
class StormNoticesTest {
  private static final OwnFault DELETED_BEFORE_IT_IS_ACKNOWLEDGED =
      new OwnFault(
          "issuer",
          "service-kit/src/main/java/org/mikromerit/kit/outbox/OutboxPublisher.java",
          "return acknowledged(rows, sent);",
          "return rows.stream().map(OutboxRow::position).toList();");

  /** What fails to be applied is tried again, and is told that it was applied. */
  private static final OwnFault NOTED_BEFORE_IT_IS_APPLIED =
      new OwnFault(
          "registry",
          "service-kit/src/main/java/org/mikromerit/kit/inbox/Inbox.java",
          "Set<UUID> fresh(List<EventEnvelope> events, List<String> topics) {",
          """
          Set<UUID> fresh(List<EventEnvelope> events, List<String> topics) {
            return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> noted(events, topics));
          }

          Set<UUID> noted(List<EventEnvelope> events, List<String> topics) {
          """);

  private static final OwnFault CHANGE_OF_STATUS_IS_LOST =
      new OwnFault(
          "issuer",
          "issuer-service/src/main/java/org/mikromerit/issuer/status/ChangeStatus.java",
          "lists.markChanged(place.list());",
          "");

  private final Installation installation = Installation.another(Installation.get());

  @BeforeAll
  static void theMachineIsTheirs() {
    Installation.get().stack().stop();
  }

  @AfterEach
  void nothingIsLeft() {
    installation.remove();
  }

  @AfterAll
  static void everythingRunsAsBefore() {
    Installation.get().stack().start();
  }

  static Stream<Arguments> faultsOfOurOwn() {
    return Stream.of(
        Arguments.of(
            "an outbox that deletes before the broker has it",
            DELETED_BEFORE_IT_IS_ACKNOWLEDGED,
            new KillBroker(Duration.ofSeconds(3)),
            "the ledger has each issue"),
        Arguments.of(
            "an inbox that is written before what it tells of is done",
            NOTED_BEFORE_IT_IS_APPLIED,
            new RefuseInsert("registry", "ledger_entry", 20),
            "the ledger has each issue"),
        Arguments.of(
            "a change of status that its list is not told",
            CHANGE_OF_STATUS_IS_LOST,
            new KillBroker(Duration.ofSeconds(1)),
            "each bit of the signed lists"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsOfOurOwn")
  @Tag("R1")
  @Tag("R3")
  @Tag("R5")
  void aFaultInOurOwnCodeMakesTheStormFail(
      String what, OwnFault own, Fault other, String violated) {
    var storm =
        new Storm(
            new StormPlan(4_711, 300, 2, 8, 1),
            List.of(List.of(other)),
            own::plant,
            installation,
            System.out);

    Storm.Verdict verdict = storm.run();

    assertThat(verdict.violations()).as(what).anyMatch(each -> each.contains(violated));
  }
}
