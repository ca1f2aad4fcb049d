package org.mikromerit.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Applies records in the order in which they came: all of a batch in one transaction, or, one by
 * one where something does not, so that a bad event stops nobody but the later ones of its own key.
 */
@ApplicationScoped
class ApplyEvents {
  private static final Logger LOG = Logger.getLogger(ApplyEvents.class);

  private final Jdbi jdbi;
  private final Handlers handlers;
  private final Parked parked;
  private final Rewinds rewinds;

  ApplyEvents(Jdbi jdbi, Handlers handlers, Parked parked, Rewinds rewinds) {
    this.jdbi = jdbi;
    this.handlers = handlers;
    this.parked = parked;
    this.rewinds = rewinds;
  }

  /** The topics that the handlers' events are on. */
  Set<String> topics() {
    return handlers.topics();
  }

  /**
   * Applies all of them, each exactly once or parked.
   *
   * @param generations of the topics when the batch was read
   * @throws TransientFailure if the database could not do it now; nothing is lost, the same batch
   *     may be given again
   * @throws Superseded if a rebuild began meanwhile: the batch is to be forgotten
   */
  void apply(List<IncomingRecord> batch, Map<String, Long> generations)
      throws TransientFailure, Superseded {
    try {
      QuarkusTransaction.requiringNew()
          // One handle for all statements of the batch: opening one costs as much as a statement.
          .run(() -> jdbi.useHandle(_ -> applyAll(batch, generations)));
    } catch (Rebuilding e) {
      throw new Superseded(e);
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        for (IncomingRecord record : batch) {
          apply(List.of(record), generations);
        }
        return;
      }
      afterFailure(batch.getFirst(), e);
    }
  }

  private void afterFailure(IncomingRecord record, RuntimeException failure)
      throws TransientFailure {
    if (TransientSql.caused(failure)) {
      throw new TransientFailure(failure);
    }
    LOG.errorf(
        failure,
        "event parked topic=%s partition=%d offset=%d",
        record.topic(),
        record.partition(),
        record.offset());
    try {
      QuarkusTransaction.requiringNew().run(() -> parked.add(record, Failures.cause(failure)));
    } catch (RuntimeException e) {
      throw new TransientFailure(e);
    }
  }

  private void applyAll(List<IncomingRecord> batch, Map<String, Long> generations) {
    rewinds.holdOff();
    if (!rewinds.generations().equals(generations)) {
      throw new Rebuilding();
    }
    try {
      if (!parked.hasEarlierOfAny(batch)) {
        handlers.handle(batch);
        return;
      }
    } catch (CannotApply e) {
      LOG.debug("one of a batch cannot be applied", e);
    }
    batch.forEach(this::applyOne);
  }

  private void applyOne(IncomingRecord record) {
    // Before anything else, so that a key's events keep their order behind one that waits.
    if (parked.hasEarlierOf(record)) {
      parked.add(record, "An earlier event of this key is parked.");
      return;
    }
    try {
      handlers.handle(record);
    } catch (CannotApply e) {
      parked.add(record, e.reason());
    }
  }

  /** Rolls the transaction back. */
  private static final class Rebuilding extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rebuilding() {
      super(null, null, false, false);
    }
  }

  /** What was read is to be read again from the beginning. */
  static final class Superseded extends Exception {
    private static final long serialVersionUID = 1L;

    Superseded(Throwable cause) {
      super(cause);
    }
  }

  /** The database cannot do it just now. */
  static final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TransientFailure(Throwable cause) {
      super(cause);
    }
  }
}
