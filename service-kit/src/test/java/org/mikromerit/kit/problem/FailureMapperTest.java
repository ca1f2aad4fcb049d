package org.mikromerit.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureMapperTest {
  private final ObjectMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record Inner(int number) {}

  record Outer(List<Inner> items) {}

  @Test
  void anUnknownFieldIsNamedByItsPointer() {
    Throwable failure = failureOf("{\"items\":[{\"number\":1},{\"a/b\":2}]}");

    Problem problem = FailureMapper.problem(new WebApplicationException(failure, 400));

    assertThat(problem.members())
        .containsEntry("type", Problem.TYPES + "unknown-field")
        .containsEntry("field", "/items/1/a~1b");
  }

  @Test
  void aWrongTypeIsNamedByItsPointer() {
    Throwable failure = failureOf("{\"items\":[{\"number\":\"many\"}]}");

    Problem problem = FailureMapper.problem(failure);

    assertThat(problem.members())
        .containsEntry("type", Problem.TYPES + "invalid-value")
        .containsEntry("field", "/items/0/number");
  }

  @Test
  void whatIsNoJsonIsToldSo() {
    Problem problem = FailureMapper.problem(failureOf("{\"items\":"));

    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void aDatabaseThatIsAwayMeansTryAgain() {
    Problem problem =
        FailureMapper.problem(new IllegalStateException(new SQLException("gone", "08006")));

    assertThat(problem.status()).isEqualTo(503);
  }

  @Test
  void aCommitOfWhichNobodyKnowsWhetherItWasDoneMeansTryAgain() {
    Problem problem = FailureMapper.problem(new IllegalStateException(new RollbackException()));

    assertThat(problem.status()).isEqualTo(503);
  }

  @Test
  void whatWeDidNotForeseeShowsNothingOfItself() {
    Problem problem = FailureMapper.problem(new IllegalStateException("secret innards"));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.members().toString()).doesNotContain("secret innards");
  }

  private Throwable failureOf(String text) {
    try {
      return new IllegalStateException("read " + json.readValue(text, Outer.class));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return e;
    }
  }
}
