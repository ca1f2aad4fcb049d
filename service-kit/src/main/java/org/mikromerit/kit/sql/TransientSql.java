package org.mikromerit.kit.sql;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what the database could not do just now from what it will never do. */
public final class TransientSql {
  private TransientSql() {}

  /** True where another try may go well, and also where the failure does not say. */
  public static boolean is(SQLException failure) {
    String state = failure.getSQLState();
    // None: the pool gave no connection in time. Else the classes of PostgreSQL's appendix A.
    return state == null
        || state.startsWith("08") // connection
        || state.startsWith("25") // invalid transaction state: the server ended it
        || state.startsWith("40") // rolled back: deadlock, serialization
        || state.startsWith("53") // resources
        || state.startsWith("55") // lock not available
        || state.startsWith("57") // operator's intervention
        || state.startsWith("58"); // the server's own system
  }

  /**
   * True where the database, and nothing that was asked of it, made the work fail: another try may
   * go well. The first SQL failure among the causes decides. A transaction that ended without a
   * cause that we know counts too, for what was asked is never to blame for that.
   */
  public static boolean caused(Throwable failure) {
    boolean rolledBack = failure instanceof QuarkusTransactionException;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return is(sql);
      }
      Optional<SQLException> aside =
          Stream.of(cause.getSuppressed()).flatMap(TransientSql::sqlWithin).findFirst();
      if (aside.isPresent()) {
        return is(aside.get());
      }
      rolledBack |=
          cause instanceof RollbackException
              || cause instanceof HeuristicMixedException
              || cause instanceof HeuristicRollbackException;
    }
    return rolledBack;
  }

  /** What a transaction manager puts aside of a commit that failed. */
  private static Stream<SQLException> sqlWithin(Throwable suppressed) {
    return Stream.iterate(suppressed, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .limit(1);
  }
}
