package org.mikromerit.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Applies events to the tables that an examination made, and to no others: none is in reach, so
 * that a handler that did more than it says fails instead of deciding upon half of the facts.
 */
@ApplicationScoped
class MakeCopiesAnew {
  private static final Logger LOG = Logger.getLogger(MakeCopiesAnew.class);

  private final Jdbi jdbi;
  private final Handlers handlers;

  MakeCopiesAnew(Jdbi jdbi, Handlers handlers) {
    this.jdbi = jdbi;
    this.handlers = handlers;
  }

  /**
   * Applies all that can be applied, in transactions of its own. What cannot be is left out: where
   * the service applied it nevertheless, the copies differ.
   *
   * @throws RuntimeException if the database could not do it now
   */
  void apply(List<IncomingRecord> batch) {
    try {
      QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(_ -> applyAll(batch)));
    } catch (RuntimeException e) {
      if (TransientSql.caused(e)) {
        throw e;
      }
      if (batch.size() > 1) {
        batch.forEach(each -> apply(List.of(each)));
        return;
      }
      IncomingRecord record = batch.getFirst();
      LOG.warnf(
          "event left out of an examination topic=%s partition=%d offset=%d cause=%s",
          record.topic(), record.partition(), record.offset(), Failures.cause(e));
    }
  }

  private void applyAll(List<IncomingRecord> batch) {
    jdbi.useHandle(sql -> sql.execute("set local search_path = examined"));
    try {
      handlers.copy(batch);
    } catch (CannotApply e) {
      throw new LeftOut(e);
    }
  }

  /** Rolls the transaction back. */
  private static final class LeftOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeftOut(CannotApply cause) {
      super(cause);
    }
  }
}
