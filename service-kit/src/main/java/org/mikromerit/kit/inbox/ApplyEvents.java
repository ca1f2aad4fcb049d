package org.mikromerit.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Applies records in the order in which they came: all of a batch in one transaction, or, one by
 * one where something does not, so that a bad event stops nobody but the later ones of its own key.
 */
@ApplicationScoped
class ApplyEvents {
  private static final Logger LOG = Logger.getLogger(ApplyEvents.class);

  private final Handlers handlers;
  private final Parked parked;

  ApplyEvents(Handlers handlers, Parked parked) {
    this.handlers = handlers;
    this.parked = parked;
  }

  /** The topics that the handlers' events are on. */
  Set<String> topics() {
    return handlers.topics();
  }

  /**
   * Applies all of them, each exactly once or parked.
   *
   * @throws TransientFailure if the database could not do it now; nothing is lost, the same batch
   *     may be given again
   */
  void apply(List<IncomingRecord> batch) throws TransientFailure {
    try {
      QuarkusTransaction.requiringNew().run(() -> batch.forEach(this::applyOne));
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        for (IncomingRecord record : batch) {
          apply(List.of(record));
        }
        return;
      }
      afterFailure(batch.getFirst(), e);
    }
  }

  private void afterFailure(IncomingRecord record, RuntimeException failure)
      throws TransientFailure {
    if (Failures.areTransient(failure)) {
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

  /** The database cannot do it just now. */
  static final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TransientFailure(Throwable cause) {
      super(cause);
    }
  }
}
