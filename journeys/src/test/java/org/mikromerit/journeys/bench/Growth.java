package org.mikromerit.journeys.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.journeys.bench.Result.Verdict;

/** An event costs as much among a million learners as among a thousand. */
final class Growth implements Goal {
  private static final int PATHWAYS = 10_000;

  @Override
  public String id() {
    return "P12";
  }

  @Override
  public String demands() {
    return "processor time and WAL for an event in registry and stacking, from 1,000 to 1,000,000"
        + " learners and from 10 to 10,000 pathways: at most 1.25 times (stretch 1.1)";
  }

  @Override
  public String how() {
    return "learners and pathways are copies of one, made by SQL (generate_series) with bodies of"
        + " 100 bytes, indexed like all others; then issues at a steady rate; registry, stacking"
        + " and PostgreSQL together, WAL of all databases without the whole pages that follow a"
        + " checkpoint (pg_walinspect)";
  }

  @Override
  public Result measure(Bench bench) {
    List<Integer> sizes =
        bench.plan().quick() ? List.of(1_000, 100_000) : List.of(1_000, 100_000, 1_000_000);
    List<String> details = new ArrayList<>();
    details.add("| learners | pathways | µs for an event | bytes of WAL for an event |");
    details.add("|---|---|---|---|");
    double micros = 0;
    double bytes = 0;
    double worst = 0;
    int made = 0;
    for (int learners : sizes) {
      addLearners(bench, learners - made, made);
      made = learners;
      Cost cost = cost(bench);
      details.add(cost.row(learners, "few"));
      micros = micros == 0 ? cost.micros.median() : micros;
      bytes = bytes == 0 ? cost.bytes.median() : bytes;
      worst = Math.max(worst, Math.max(cost.micros.median() / micros, cost.bytes.median() / bytes));
    }
    addPathways(bench);
    Cost cost = cost(bench);
    details.add(cost.row(made, "10,000"));
    worst = Math.max(worst, Math.max(cost.micros.median() / micros, cost.bytes.median() / bytes));
    boolean whole = made == 1_000_000;
    return new Result(
        "%s times%s"
            .formatted(Sample.number(worst), whole ? "" : " (to %,d learners)".formatted(made)),
        Verdict.atMost(worst, 1.25, 1.1),
        details);
  }

  private record Cost(Sample micros, Sample bytes) {
    String row(int learners, String pathways) {
      return "| %,d | %s | %s | %s |".formatted(learners, pathways, micros.in(""), bytes.in(""));
    }
  }

  private static Cost cost(Bench bench) {
    List<Double> micros = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (int round = 0; round < bench.plan().rounds(); round++) {
      bench.databases().run("postgres", "checkpoint");
      String beginning = wal(bench);
      Processors before = Processors.of(bench.stack());
      Outcome outcome =
          bench.issues().open(new Arrivals(bench.sustainable() / 2, bench.plan().round()));
      bench.backlog().awaitNone();
      Map<String, Double> each = Processors.of(bench.stack()).since(before, 2 * outcome.count(201));
      micros.add(
          each.getOrDefault("registry", 0.0)
              + each.getOrDefault("stacking", 0.0)
              + each.getOrDefault("postgres", 0.0));
      bytes.add(walSince(bench, beginning) / (2 * outcome.count(201)));
    }
    return new Cost(Sample.of(micros, Double::doubleValue), Sample.of(bytes, Double::doubleValue));
  }

  private static String wal(Bench bench) {
    return bench.databases().text("postgres", "select pg_current_wal_insert_lsn()");
  }

  private static double walSince(Bench bench, String beginning) {
    bench.databases().run("postgres", "create extension if not exists pg_walinspect");
    return bench
        .databases()
        .number(
            "postgres",
            "select sum(record_size) from pg_get_wal_stats('%s', pg_current_wal_flush_lsn())"
                .formatted(beginning));
  }

  private static void addLearners(Bench bench, int more, int after) {
    bench
        .databases()
        .run(
            "registry",
            """
            create temp table made as
              select gen_random_uuid() as credential, 'made-' || (%2$d + i) as learner
                from generate_series(1, %1$d) i;
            insert into ledger_entry (credential, fact, issuer, key_id, definition, definition_version,
                                      digest, occurred_at, registered_at)
              select m.credential, fact, issuer, key_id, definition, definition_version, digest,
                     occurred_at, registered_at
                from made m, (select * from ledger_entry where fact = 'ISSUED' limit 1) one;
            insert into learner_key select learner, wrapped_key, made_at
              from made, (select wrapped_key, made_at from learner_key limit 1) one;
            insert into portfolio_entry (learner_ref, credential, source, organisation, issuer, issuer_name,
                title, definition, definition_version, kind, level, awarded_at, issued_at, digest, received_at)
              select m.learner, m.credential, source, organisation, issuer, issuer_name,
                title, definition, definition_version, kind, level, awarded_at, issued_at, digest, received_at
                from made m, (select * from portfolio_entry limit 1) one;
            insert into portfolio_body (learner_ref, credential, sealed)
              select learner, credential, decode(repeat('00', 100), 'hex') from made;
            insert into entity_version select topic, credential::text, 1
              from made, unnest(array['mm.credential.v1', 'mm.delivery.v1']) topic;
            insert into inbox (event_id, topic) select gen_random_uuid(), topic
              from made, unnest(array['mm.credential.v1', 'mm.delivery.v1']) topic;
            analyze
            """
                .formatted(more, after));
    bench
        .databases()
        .run(
            "stacking",
            """
            create temp table made as
              select gen_random_uuid() as id, 'made-' || (%2$d + i) as learner
                from generate_series(1, %1$d) i;
            insert into credential (id, learner, learner_ref, organisation, definition, may_stack, awarded_at)
              select m.id, m.learner, m.learner, organisation, definition, may_stack, awarded_at
                from made m, (select * from credential where definition is not null limit 1) one;
            insert into progress (pathway, learner, state, attempt, changed_at)
              select pathway, m.learner, state, attempt, changed_at
                from made m, (select * from progress limit 1) one;
            insert into entity_version select 'mm.credential.v1', id::text, 1 from made;
            insert into inbox (event_id, topic) select gen_random_uuid(), 'mm.credential.v1' from made;
            analyze
            """
                .formatted(more, after));
  }

  /** Of other definitions: what a credential does not concern must not cost it anything. */
  private static void addPathways(Bench bench) {
    bench
        .databases()
        .run(
            "stacking",
            """
            create temp table made as
              select gen_random_uuid() as id, gen_random_uuid() as definition from generate_series(1, %d);
            insert into pathway (id, organisation, title_sv, title_en, rule, newest, created_at, changed_at)
              select made.id, organisation, title_sv, title_en, rule, newest, created_at, changed_at
                from made, (select * from pathway where newest = 1 limit 1) one;
            insert into pathway_version (pathway, version, title_sv, title_en, rule, published_at)
              select made.id, version, title_sv, title_en, rule, published_at
                from made, (select * from pathway_version limit 1) one;
            insert into pathway_definition (definition, pathway, version) select definition, id, 1 from made;
            analyze
            """
                .formatted(PATHWAYS));
  }
}
