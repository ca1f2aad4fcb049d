package org.mikromerit.issuer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.batch.Batches.Row;
import org.mikromerit.issuer.signing.KeyWrapping;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.sealing.Sealing;

/** Puts a file under way into the database piece by piece, so that no transaction waits for it. */
@ApplicationScoped
class Arrivals {
  private final Batches batches;
  private final KeyWrapping wrapping;
  private final BatchConfig config;
  private final Ids ids;
  private final InstantSource clock;

  Arrivals(
      Batches batches, KeyWrapping wrapping, BatchConfig config, Ids ids, InstantSource clock) {
    this.batches = batches;
    this.wrapping = wrapping;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** A batch that rows can be added to, with their cipher. */
  record Open(UUID batch, RowCipher cipher) {}

  /** Empty where the organisation has too many unended ones. */
  @Transactional
  Optional<Open> open(UUID organisation, String actor, boolean dryRun) {
    if (batches.unended(organisation) >= config.mostUnended()) {
      return Optional.empty();
    }
    UUID id = ids.next();
    byte[] key = Sealing.newKey();
    var now = clock.instant();
    batches.add(
        new Batch(
            id,
            organisation,
            actor,
            dryRun,
            BatchState.RECEIVING,
            wrapping.wrap(key, id, organisation),
            0,
            0,
            new Batch.Counts(0, 0, 0, 0),
            now,
            now,
            null));
    return Optional.of(new Open(id, new RowCipher(id, key)));
  }

  @Transactional
  void append(UUID batch, List<Row> rows) {
    batches.addRows(batch, rows, clock.instant());
  }

  @Transactional
  void discard(UUID batch) {
    batches.forget(batch);
  }
}
