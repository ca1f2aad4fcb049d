package org.mikromerit.issuer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;

/** An institution holds a batch, lets it go on, or ends it; what was issued stands. */
@ApplicationScoped
public class SteerBatch {
  private final Batches batches;
  private final Audit audit;
  private final InstantSource clock;

  SteerBatch(Batches batches, Audit audit, InstantSource clock) {
    this.batches = batches;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the institution wants. */
  public enum Wish {
    PAUSE("batch.paused"),
    RESUME("batch.resumed"),
    CANCEL("batch.cancelled");

    private final String action;

    Wish(String action) {
      this.action = action;
    }
  }

  /** What comes of it. */
  public sealed interface Outcome {
    /** As it stands now, be it because it stood so before. */
    record Steered(Batch batch) implements Outcome {}

    record NoSuchBatch() implements Outcome {}

    /** Nothing more happens to it. */
    record Ended(BatchState state) implements Outcome {}
  }

  /** Waits for the rows that are worked on just now. */
  @Transactional
  public Outcome steer(UUID organisation, UUID id, Wish wish) {
    Optional<Batch> held = batches.lock(organisation, id);
    if (held.isEmpty()) {
      return new Outcome.NoSuchBatch();
    }
    Batch batch = held.get();
    BatchState wanted = wanted(batch, wish);
    if (batch.state() == wanted) {
      return new Outcome.Steered(batch);
    }
    if (batch.state().ended()) {
      return new Outcome.Ended(batch.state());
    }
    if (wanted.ended()) {
      batches.end(id, wanted, clock.instant());
    } else {
      batches.change(id, wanted, clock.instant());
    }
    audit.record(wish.action, "batch", id, Map.of("done", batch.done()));
    return new Outcome.Steered(batches.find(organisation, id).orElseThrow());
  }

  private static BatchState wanted(Batch batch, Wish wish) {
    return switch (wish) {
      case PAUSE -> BatchState.PAUSED;
      case RESUME -> batch.done() == 0 ? BatchState.RECEIVED : BatchState.RUNNING;
      case CANCEL -> BatchState.CANCELLED;
    };
  }
}
