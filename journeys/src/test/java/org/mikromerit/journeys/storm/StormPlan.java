package org.mikromerit.journeys.storm;

import java.util.Iterator;
import java.util.List;

/**
 * How large a storm is. The same plan has the same people ask for the same things, and the same
 * faults after as many issues; what meets what on the way is the machine's to say.
 *
 * @param issues how many credentials are asked for, at least
 * @param clients who ask at the same time
 * @param faults how many there are on the way, evenly
 */
public record StormPlan(long seed, int issues, int tenants, int clients, int faults) {

  public StormPlan {
    if (issues < 1 || tenants < 1 || clients < 1 || faults < 0) {
      throw new IllegalArgumentException("a storm has issues, tenants and clients");
    }
  }

  /** What every test run goes through. */
  public static StormPlan ci(long seed) {
    return new StormPlan(seed, 5_000, 4, 8, 16);
  }

  /** What a night has room for. */
  public static StormPlan night(long seed) {
    return new StormPlan(seed, 100_000, 8, 16, 300);
  }

  /**
   * As somebody asks for it: {@code --ci} or {@code --night}, {@code --seed N}, and what is to be
   * otherwise: {@code --issues N}, {@code --tenants N}, {@code --clients N}, {@code --faults N}.
   *
   * @param seed unless one is asked for
   * @throws IllegalArgumentException if it is none of these
   */
  static StormPlan of(List<String> words, long seed) {
    StormPlan plan = ci(seed);
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      plan =
          switch (word) {
            case "--ci" -> ci(plan.seed);
            case "--night" -> night(plan.seed);
            case "--seed" ->
                plan.with(number(word, rest), plan.issues, plan.tenants, plan.clients, plan.faults);
            case "--issues" ->
                plan.with(plan.seed, number(word, rest), plan.tenants, plan.clients, plan.faults);
            case "--tenants" ->
                plan.with(plan.seed, plan.issues, number(word, rest), plan.clients, plan.faults);
            case "--clients" ->
                plan.with(plan.seed, plan.issues, plan.tenants, number(word, rest), plan.faults);
            case "--faults" ->
                plan.with(plan.seed, plan.issues, plan.tenants, plan.clients, number(word, rest));
            default -> throw new IllegalArgumentException("a storm does not know " + word);
          };
    }
    return plan;
  }

  private StormPlan with(
      long aSeed, long someIssues, long someTenants, long someClients, long someFaults) {
    return new StormPlan(
        aSeed,
        Math.toIntExact(someIssues),
        Math.toIntExact(someTenants),
        Math.toIntExact(someClients),
        Math.toIntExact(someFaults));
  }

  private static long number(String word, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(word + " takes a number");
    }
    return Long.parseLong(rest.next());
  }

  /** What databases and broker need at most: a credential takes 40 kB, twice as many may come. */
  int megabytes() {
    return 2_048 + issues / 10;
  }

  /** After how many issues a fault strikes, of all that there are. */
  int issuesBefore(int fault, int all) {
    return (int) ((long) issues * (fault + 1) / (all + 2));
  }
}
