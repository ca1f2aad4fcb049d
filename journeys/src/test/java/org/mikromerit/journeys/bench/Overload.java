package org.mikromerit.journeys.bench;

import java.time.Duration;
import java.util.List;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.process.Daemon;

/** Much more than can be done is refused in a way that clients understand, and kills nobody. */
final class Overload implements Goal {
  private static final double TIMES = 10;

  @Override
  public String id() {
    return "R10";
  }

  @Override
  public String demands() {
    return "ten times the sustainable load gives 429 or 503 with Retry-After, no memory death, and"
        + " nothing accepted is lost";
  }

  @Override
  public String how() {
    return "single issues arrive at ten times the rate that was sustained; the issuer has 256 MB of"
        + " heap; afterwards each 201 is looked for in issuer and ledger";
  }

  @Override
  public Result measure(Bench bench) {
    // First of all: to find it out issues many.
    double rate = TIMES * bench.sustainable();
    Duration during = bench.plan().round().multipliedBy(4);
    Daemon issuer = bench.stack().service("issuer").daemon();
    var before = issuer.running().orElseThrow().identity();
    double issuedBefore = bench.databases().number("issuer", "select count(*) from credential");
    double ledgerBefore = bench.databases().number("registry", "select count(*) from ledger_entry");
    Outcome outcome = bench.issues().open(new Arrivals(rate, during));
    bench.backlog().awaitNone();
    long accepted = outcome.count(201);
    double issued =
        bench.databases().number("issuer", "select count(*) from credential") - issuedBefore;
    double registered =
        bench.databases().number("registry", "select count(*) from ledger_entry") - ledgerBefore;
    boolean alive = issuer.running().map(now -> now.identity().equals(before)).orElse(false);
    boolean refusedWell =
        outcome.all().stream()
            .filter(seen -> seen.status() != 201)
            .allMatch(seen -> (seen.status() == 429 || seen.status() == 503) && seen.retryAfter());
    boolean kept = issued == accepted && registered == issued;
    return new Result(
        "%s; %,d turned back unsent".formatted(outcome.statuses(), outcome.turnedBack()),
        alive && refusedWell && kept && accepted > 0 ? Verdict.MET : Verdict.MISSED,
        List.of(
            "%s a second for %d s; answered with 201 within %s ms (median); issued %,.0f, in the ledger %,.0f; the process is %s."
                .formatted(
                    Sample.number(rate),
                    during.toSeconds(),
                    Sample.number(outcome.millis(201).median()),
                    issued,
                    registered,
                    alive ? "the same" : "another")));
  }
}
