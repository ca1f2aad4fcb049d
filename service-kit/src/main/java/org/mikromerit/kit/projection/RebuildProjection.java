package org.mikromerit.kit.projection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.audit.Audit;

/**
 * The operator throws a projection away and has it made again. In one transaction it is emptied,
 * what was applied is forgotten, and the topics are asked to be read from their beginning; until
 * that is done the service knows less than it did. Topics that keep no complete state need their
 * owners' replay as well.
 */
@ApplicationScoped
class RebuildProjection {
  private final List<Projection> projections;
  private final ProjectionTables tables;
  private final Rewinds rewinds;
  private final Audit audit;
  private final InstantSource clock;

  RebuildProjection(
      @All List<Projection> projections,
      ProjectionTables tables,
      Rewinds rewinds,
      Audit audit,
      InstantSource clock) {
    this.projections = projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
    this.tables = tables;
    this.rewinds = rewinds;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every projection of this service, by name. */
  List<Projection> all() {
    return projections;
  }

  Optional<Projection> named(String name) {
    return projections.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Transactional
  void rebuild(Projection projection) {
    rewinds.stopEvents();
    var topics = projection.topics().stream().map(Topic::topicName).sorted().toList();
    var complete =
        projection.topics().stream().filter(Topic::compacted).map(Topic::topicName).toList();
    tables.clear(projection);
    tables.forget(topics, complete);
    rewinds.ask(topics, clock.instant());
    audit.record("projection-rebuilt", "projection", projection.name(), Map.of("topics", topics));
  }
}
