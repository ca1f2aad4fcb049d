package org.mikromerit.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import org.mikromerit.kit.sql.TransientSql;

/** Tells what an event did wrong from what the database could not do just now. */
final class Failures {
  private Failures() {}

  /**
   * What may go well at another try; a commit that failed without a cause that we know counts as
   * such, for it is never the event's fault.
   */
  static boolean areTransient(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return TransientSql.is(sql);
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (suppressed instanceof SQLException sql && TransientSql.is(sql)) {
          return true;
        }
      }
    }
    return failure instanceof QuarkusTransactionException;
  }

  /** What went wrong, without the values of a statement: those may speak of a person. */
  static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
