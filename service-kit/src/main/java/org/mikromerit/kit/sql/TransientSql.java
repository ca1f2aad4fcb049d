package org.mikromerit.kit.sql;

import java.sql.SQLException;

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

  /** True where such a failure is the one or among its causes. */
  public static boolean caused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && is(sql)) {
        return true;
      }
    }
    return false;
  }
}
