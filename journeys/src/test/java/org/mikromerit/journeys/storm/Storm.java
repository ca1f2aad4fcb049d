package org.mikromerit.journeys.storm;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.World;
import org.mikromerit.journeys.storm.check.Check;
import org.mikromerit.journeys.storm.fault.Fault;
import org.mikromerit.journeys.storm.fault.Faults;
import org.mikromerit.journeys.storm.operation.Operation;

/**
 * Many tenants at work while one thing after the other dies, and then the question what is left of
 * all that was answered.
 */
public final class Storm {
  /** Each may show 200 things at once. */
  private static final int SHARERS = 8;

  private static final Duration TELLS_EVERY = Duration.ofSeconds(10);
  private static final Duration LONGEST_UNTIL_QUIET = Duration.ofMinutes(5);
  private static final Duration STAYS_QUIET = Duration.ofSeconds(2);
  private static final int MOST_TOLD = 5;

  private final StormPlan plan;
  private final List<List<Fault>> faults;
  private final Consumer<Fleet> before;
  private final Installation installation;
  private final PrintStream out;

  /** What must never be and was seen while it lasted; it ends by the first. */
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  /**
   * One that can be let loose.
   *
   * @param installation fresh, with nothing in it that anybody needs afterwards
   */
  public Storm(StormPlan plan, Installation installation, PrintStream out) {
    this(plan, Faults.drawn(plan.seed(), plan.faults()), _ -> {}, installation, out);
  }

  /**
   * One with chosen faults.
   *
   * @param faults of each kind those that strike one after the other
   * @param before is done to the fleet once it runs
   */
  Storm(
      StormPlan plan,
      List<List<Fault>> faults,
      Consumer<Fleet> before,
      Installation installation,
      PrintStream out) {
    this.plan = plan;
    this.faults = List.copyOf(faults);
    this.before = before;
    this.installation = installation;
    this.out = out;
  }

  /**
   * How it ended.
   *
   * @param violations each thing that must not be
   * @param untilQuiet from the end of the last fault until nobody had anything left to do
   */
  public record Verdict(List<String> violations, Duration untilQuiet) {

    public Verdict {
      violations = List.copyOf(violations);
    }
  }

  /** Lets it loose, tells how it goes, and says what came of it. */
  public Verdict run() {
    tell("seed %d: %s".formatted(plan.seed(), plan));
    try (Fleet fleet = new Fleet(installation);
        ClientJournal journal = new ClientJournal(journalFile());
        Databases databases = new Databases(fleet.stack().postgres())) {
      fleet.begin(plan.megabytes());
      before.accept(fleet);
      World world = new World(plan.seed());
      List<Tenant> tenants =
          IntStream.range(0, plan.tenants())
              .mapToObj(number -> Tenant.settled(number, installation, world))
              .toList();
      List<Sharer> sharers =
          IntStream.range(0, SHARERS)
              .mapToObj(number -> Sharer.settled(number, installation))
              .toList();
      Insisting insisting = new Insisting(fleet);
      rage(fleet, journal, tenants, sharers, insisting);
      fleet.start();
      Instant calm = Instant.now();
      tell(
          "calm after %,d credentials, %,d questions asked again"
              .formatted(journal.promised(), insisting.unanswered()));
      List<String> violations = new ArrayList<>(seen);
      Duration untilQuiet = awaitQuiet(new Quiet(fleet, databases), calm, violations);
      tell("quiet after %.1f s".formatted(untilQuiet.toMillis() / 1_000.0));
      violations.addAll(
          examine(
              new Check.Aftermath(
                  journal,
                  tenants,
                  sharers,
                  fleet,
                  insisting,
                  databases,
                  new Random(plan.seed()))));
      return new Verdict(violations, untilQuiet);
    }
  }

  private void rage(
      Fleet fleet,
      ClientJournal journal,
      List<Tenant> tenants,
      List<Sharer> sharers,
      Insisting insisting) {
    List<Thread> threads = new ArrayList<>();
    AtomicInteger raging = new AtomicInteger(faults.size());
    for (int client = 0; client < plan.clients(); client++) {
      long seed = plan.seed() * 31 + client;
      Random random = new Random(seed);
      World world = new World(seed);
      threads.add(
          started(
              "client " + client,
              () -> {
                while ((journal.promised() < plan.issues() || raging.get() > 0) && seen.isEmpty()) {
                  Tenant tenant = tenants.get(random.nextInt(tenants.size()));
                  Operation.any(random)
                      .perform(
                          new Operation.Turn(
                              random,
                              world,
                              tenant,
                              tenants,
                              sharers.get(random.nextInt(sharers.size())),
                              sharers,
                              fleet,
                              insisting,
                              journal));
                }
              }));
    }
    for (int kind = 0; kind < faults.size(); kind++) {
      int each = kind;
      threads.add(
          started(
              "faults " + kind,
              () -> {
                strikeOneAfterTheOther(each, fleet, journal);
                raging.decrementAndGet();
              }));
    }
    Thread teller = started("progress", () -> tellProgress(journal));
    threads.forEach(Storm::join);
    teller.interrupt();
  }

  private void strikeOneAfterTheOther(int kind, Fleet fleet, ClientJournal journal) {
    int all = faults.stream().mapToInt(List::size).sum();
    int number = kind;
    for (Fault fault : faults.get(kind)) {
      while (journal.promised() < plan.issuesBefore(number, all)) {
        if (!seen.isEmpty()) {
          return;
        }
        Fault.last(Duration.ofMillis(100));
      }
      number += faults.size();
      if (fault.missing().isPresent()) {
        tell("left out, for want of %s: %s".formatted(fault.missing().get(), fault));
        continue;
      }
      tell("%,6d issued: %s".formatted(journal.promised(), fault));
      Instant beginning = Instant.now();
      fault.strike(fleet);
      tell("               mended after %.1f s: %s".formatted(seconds(beginning), fault));
    }
  }

  private Thread started(String what, Runnable work) {
    return Thread.ofVirtual()
        .name(what)
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | AssertionError e) {
                seen.add(what + ": " + e);
              }
            });
  }

  private void tellProgress(ClientJournal journal) {
    Instant beginning = Instant.now();
    try {
      while (true) {
        Thread.sleep(TELLS_EVERY);
        tell(
            "%,6d issued of %,d, %,d revoked, %.0f a second"
                .formatted(
                    journal.promised(),
                    plan.issues(),
                    journal.revoked().size(),
                    journal.promised() / seconds(beginning)));
      }
    } catch (InterruptedException e) {
      // It is over.
    }
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1_000.0;
  }

  private static Duration awaitQuiet(Quiet quiet, Instant calm, List<String> violations) {
    Instant quietSince = Instant.now();
    List<String> left = quiet.left();
    while (!left.isEmpty() || Instant.now().isBefore(quietSince.plus(STAYS_QUIET))) {
      if (Instant.now().isAfter(calm.plus(LONGEST_UNTIL_QUIET))) {
        violations.addAll(left);
        break;
      }
      Fault.last(Duration.ofMillis(500));
      if (!left.isEmpty()) {
        quietSince = Instant.now();
      }
      left = quiet.left();
    }
    return Duration.between(calm, quietSince);
  }

  private List<String> examine(Check.Aftermath aftermath) {
    List<String> all = new ArrayList<>();
    for (Check check : Check.ALL) {
      List<String> violations = check.violations(aftermath);
      tell("%s %s".formatted(violations.isEmpty() ? "✓" : "✗", check.question()));
      violations.stream().limit(MOST_TOLD).forEach(each -> tell("    %s".formatted(each)));
      if (violations.size() > MOST_TOLD) {
        tell("    and %,d more".formatted(violations.size() - MOST_TOLD));
      }
      violations.forEach(each -> all.add(check.question() + ": " + each));
    }
    return all;
  }

  private Path journalFile() {
    Path file =
        installation.home().folder("log").resolve("storm-journal-" + plan.seed() + ".jsonl");
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private void tell(String words) {
    out.println("storm  " + words);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
