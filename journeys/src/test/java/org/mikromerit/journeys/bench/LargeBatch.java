package org.mikromerit.journeys.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.service.ServiceProcess;

/** A whole country's year in one file, through a process that dies half way. */
final class LargeBatch implements Goal {
  private static final double MINUTES = 10;
  private static final double STRETCH_MINUTES = 4;
  private static final int DEMANDED = 100_000;

  @Override
  public String id() {
    return "P5";
  }

  @Override
  public String demands() {
    return "a batch of 100,000 signed, registered, in portfolios and on its lists, in 512 MB of"
        + " heap, resumed after kill -9: 10 minutes (stretch 4)";
  }

  @Override
  public String how() {
    return "the issuer has 256 MB of heap; it is killed and started again half way, and its start"
        + " counts; until everybody has applied everything";
  }

  @Override
  public Result measure(Bench bench) {
    int rows = bench.plan().rows();
    double issuedBefore = bench.databases().number("issuer", "select count(*) from credential");
    double ledgerBefore = ledger(bench);
    long beginning = System.nanoTime();
    String batch =
        Bench.json(bench.ask(bench.school().batch("p5", rows), 202).body()).path("id").asText();
    await(bench, batch, rows / 2);
    ServiceProcess issuer = bench.stack().service("issuer");
    issuer.kill();
    issuer.launch();
    issuer.await();
    await(bench, batch, rows);
    double decided = minutes(beginning);
    bench.backlog().awaitNone();
    double all = minutes(beginning);
    double issued =
        bench.databases().number("issuer", "select count(*) from credential") - issuedBefore;
    double registered = ledger(bench) - ledgerBefore;
    double whole = all * DEMANDED / rows;
    boolean exact = issued == rows && registered == rows;
    return new Result(
        "%,d rows in %s min%s"
            .formatted(
                rows,
                Sample.number(all),
                rows == DEMANDED ? "" : ", at which 100,000 take " + Sample.number(whole)),
        exact ? Verdict.atMost(whole, MINUTES, STRETCH_MINUTES) : Verdict.MISSED,
        List.of(
            "Decided after %s min; issued %,.0f, in the ledger %,.0f."
                .formatted(Sample.number(decided), issued, registered)));
  }

  private static void await(Bench bench, String batch, int rows) {
    JsonNode seen = Bench.json("{}");
    while (seen.path("done").asInt() < rows) {
      Bench.pause(Duration.ofMillis(200));
      seen = Bench.json(bench.ask(bench.school().get("/batches/" + batch), 200).body());
    }
  }

  private static double ledger(Bench bench) {
    return bench
        .databases()
        .number("registry", "select count(*) from ledger_entry where fact = 'ISSUED'");
  }

  private static double minutes(long since) {
    return (System.nanoTime() - since) / 60e9;
  }
}
