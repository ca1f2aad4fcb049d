package org.mikromerit.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransientSqlTest {

  static Stream<Arguments> failures() {
    var connection = new SQLException("connection lost", "08006");
    var unique = new SQLException("duplicate key", "23505");
    return Stream.of(
        Arguments.of("the connection was lost", connection, true),
        Arguments.of("a value is there already", unique, false),
        Arguments.of("the pool had none in time", new SQLException("timeout"), true),
        Arguments.of("a lock was not to be had", new SQLException("lock", "55P03"), true),
        Arguments.of("within another failure", new IllegalStateException(connection), true),
        Arguments.of("the data's fault within", new IllegalStateException(unique), false),
        Arguments.of("the outermost decides", new SQLException("x", "23505", connection), false),
        Arguments.of("put aside while closing", aside(connection), true),
        Arguments.of("the data's fault put aside", aside(unique), false),
        Arguments.of("rolled back, nobody knows why", new RollbackException(), true),
        Arguments.of("the same within", new RuntimeException(new RollbackException()), true),
        Arguments.of("the commit broke off", rolledBack(connection), true),
        Arguments.of("refused at the commit", rolledBack(unique), false),
        Arguments.of("nobody knows what became of it", new HeuristicMixedException(), true),
        Arguments.of("not committed", new QuarkusTransactionException("commit"), true),
        Arguments.of(
            "not committed for the data's sake",
            new QuarkusTransactionException(new RuntimeException(unique)),
            false),
        Arguments.of("of our own making", new IllegalStateException("no"), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whetherAnotherTryMayGoWell(String what, Throwable failure, boolean mayGoWell) {
    assertThat(TransientSql.caused(failure)).isEqualTo(mayGoWell);
  }

  private static Throwable rolledBack(SQLException cause) {
    var failure = new RollbackException();
    failure.addSuppressed(new XAException("commit").initCause(cause));
    return failure;
  }

  private static Throwable aside(SQLException suppressed) {
    var failure = new IllegalStateException("outer");
    failure.addSuppressed(suppressed);
    return failure;
  }
}
