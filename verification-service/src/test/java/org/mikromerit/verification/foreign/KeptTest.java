package org.mikromerit.verification.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P9")
class KeptTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private Instant now = Instant.parse("2026-03-02T09:30:15Z");
  private final AtomicInteger made = new AtomicInteger();
  private final Queue<Runnable> beside = new ArrayDeque<>();
  private final Kept<String, Integer> kept = new Kept<>(3, 100, () -> now, beside::add);

  private Kept.Made<Integer> make(Duration keep, long weight) {
    return new Kept.Made<>(made.incrementAndGet(), keep, weight);
  }

  @Test
  void howeverManyAskAtOnceItIsMadeOnce() throws Exception {
    var all = new ArrayList<Thread>();
    var everybodyCame = new CountDownLatch(1_000);
    var answers = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      all.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    everybodyCame.countDown();
                    answers.addAndGet(
                        kept.get(
                            "a",
                            () -> {
                              awaits(everybodyCame);
                              return make(MINUTE, 1);
                            }));
                  }));
    }

    for (Thread one : all) {
      one.join();
    }

    assertThat(made).hasValue(1);
    assertThat(answers).hasValue(1_000);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void itIsKeptForItsTimeAndMadeAnewAfterwards() {
    kept.get("a", () -> make(MINUTE, 1));
    now = now.plusSeconds(59);
    assertThat(kept.get("a", () -> make(MINUTE, 1))).isEqualTo(1);
    now = now.plusSeconds(1);
    assertThat(kept.get("a", () -> make(MINUTE, 1))).isEqualTo(2);
  }

  @Test
  void whatIsAskedForTowardsItsEndIsMadeAnewBesideAndOnce() {
    renewing();
    now = now.plusSeconds(47);
    assertThat(renewing()).isEqualTo(1);
    assertThat(beside).as("not yet").isEmpty();
    now = now.plusSeconds(1);

    assertThat(renewing()).as("nobody waits").isEqualTo(1);
    assertThat(renewing()).isEqualTo(1);

    assertThat(beside).hasSize(1);
    beside.remove().run();
    assertThat(renewing()).isEqualTo(2);
    now = now.plusSeconds(59);
    assertThat(renewing()).as("its own time began when it was made").isEqualTo(2);
  }

  @Test
  void whatNobodyAsksForTowardsItsEndEnds() {
    renewing();
    now = now.plusSeconds(60);

    assertThat(renewing()).isEqualTo(2);
    assertThat(beside).isEmpty();
  }

  @Test
  void whatCannotBeMadeAnewStaysUntilItsEndAndNoLonger() {
    kept.get("a", () -> make(MINUTE, 1), Optional::empty);
    now = now.plusSeconds(50);
    kept.get("a", () -> make(MINUTE, 1), Optional::empty);
    beside.remove().run();
    now = now.plusSeconds(9);

    assertThat(kept.get("a", () -> make(MINUTE, 1), Optional::empty)).isEqualTo(1);
    assertThat(beside).as("it is not tried again and again").isEmpty();
    now = now.plusSeconds(1);
    assertThat(kept.get("a", () -> make(MINUTE, 1), Optional::empty)).isEqualTo(2);
  }

  @Test
  void whatComesTooLateReplacesNothing() {
    renewing();
    now = now.plusSeconds(50);
    renewing();
    now = now.plusSeconds(10);
    assertThat(renewing()).isEqualTo(2);

    beside.remove().run();

    assertThat(renewing()).isEqualTo(2);
  }

  @Test
  void fewAreMadeAnewAtOnce() {
    var many = new Kept<Integer, Integer>(100, 100, () -> now, beside::add);
    for (int round = 0; round < 2; round++) {
      for (int key = 0; key < 10; key++) {
        many.get(key, () -> make(MINUTE, 1), () -> Optional.of(make(MINUTE, 1)));
      }
      now = now.plusSeconds(50);
    }

    assertThat(beside).hasSize(4);
  }

  private int renewing() {
    return kept.get("a", () -> make(MINUTE, 1), () -> Optional.of(make(MINUTE, 1)));
  }

  @Test
  void whatIsNotToBeKeptIsMadeEachTime() {
    kept.get("a", () -> make(Duration.ZERO, 1));

    assertThat(kept.get("a", () -> make(MINUTE, 1))).isEqualTo(2);
  }

  @Test
  void theLongestUnusedGoesWhenThereAreTooMany() {
    kept.get("a", () -> make(MINUTE, 1));
    kept.get("b", () -> make(MINUTE, 1));
    kept.get("c", () -> make(MINUTE, 1));
    kept.get("a", () -> make(MINUTE, 1));
    kept.get("d", () -> make(MINUTE, 1));

    assertThat(kept.get("a", () -> make(MINUTE, 1))).isEqualTo(1);
    assertThat(kept.get("b", () -> make(MINUTE, 1))).isEqualTo(5);
  }

  @Test
  void theyWeighNoMoreTogetherThanIsAllowed() {
    kept.get("a", () -> make(MINUTE, 60));
    kept.get("b", () -> make(MINUTE, 60));

    assertThat(kept.get("b", () -> make(MINUTE, 60))).isEqualTo(2);
    assertThat(kept.get("a", () -> make(MINUTE, 60))).isEqualTo(3);
  }

  @Test
  void whatFailsIsTriedAgain() {
    assertThatThrownBy(
            () ->
                kept.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessageContaining("no");

    assertThat(kept.get("a", () -> make(MINUTE, 1))).isEqualTo(1);
  }
}
