package org.mikromerit.journeys.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mikromerit.journeys.bench.Result.Verdict;

/** How figures are made of what was seen. */
class MeasuringTest {

  @Test
  void aPercentileIsAValueThatWasSeen() {
    Sample sample = Sample.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

    assertThat(sample.percentile(99)).isEqualTo(99);
    assertThat(sample.percentile(100)).isEqualTo(100);
    assertThat(sample.percentile(0.5)).isEqualTo(1);
    assertThat(sample.median()).isEqualTo(50);
  }

  @Test
  void theWorstOfFewIsTheirHighPercentile() {
    assertThat(Sample.of(3, 1, 2).percentile(99)).isEqualTo(3);
    assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
  }

  @Test
  void nothingHasNoPercentile() {
    assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFigureSaysItsRangeAndNoMoreDigitsThanItHas() {
    assertThat(Sample.of(12.345, 1.2345, 1234.5).in("ms")).isEqualTo("12.3 ms (1.23 to 1,235)");
    assertThat(Sample.of(7).in("%")).isEqualTo("7.00 %");
  }

  @Test
  void arrivalsComeEvenlyHoweverLongOthersTake() {
    Arrivals arrivals = new Arrivals(250, Duration.ofSeconds(4));

    assertThat(arrivals.count()).isEqualTo(1_000);
    assertThat(arrivals.nanos(0)).isZero();
    assertThat(arrivals.nanos(1)).isEqualTo(4_000_000);
    assertThat(arrivals.nanos(999)).isEqualTo(3_996_000_000L);
  }

  @Test
  void aGoalIsMetAtItsLimitAndMissedBeyondIt() {
    assertThat(Verdict.atLeast(20, 20, 35)).isEqualTo(Verdict.MET);
    assertThat(Verdict.atLeast(35, 20, 35)).isEqualTo(Verdict.STRETCH);
    assertThat(Verdict.atLeast(19.9, 20, 35)).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.atMost(5, 5, 1)).isEqualTo(Verdict.MET);
    assertThat(Verdict.atMost(5.1, 5, 1)).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.atMost(Double.NaN, 5, 1)).isEqualTo(Verdict.MISSED);
  }

  @Test
  void whoNamesNoGoalMeansAllAndWhoNamesSomeThese() {
    assertThat(Plan.of(List.of()).goals()).isEqualTo(Goal.ALL);
    assertThat(Plan.of(List.of("P6", "--quick", "P3")).goals())
        .extracting(Goal::id)
        .containsExactly("P3", "P6");
    assertThat(Plan.of(List.of("--rows", "500")).rows()).isEqualTo(500);
  }

  @Test
  void whatIsNoGoalIsRefused() {
    assertThatThrownBy(() -> Plan.of(List.of("P99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("P3");
  }
}
