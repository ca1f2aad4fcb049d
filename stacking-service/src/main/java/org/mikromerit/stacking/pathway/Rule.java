package org.mikromerit.stacking.pathway;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What completes a pathway: a tree of groups, with definitions as its leaves.
 *
 * <p>A tree cannot contain itself, so there are no cycles. It is at most {@value #MAX_DEPTH} deep
 * and has at most {@value #MAX_NODES} nodes, and names a definition at most once: a credential
 * counts once, so a definition in two places would make evaluation a packing problem, whose answer
 * nobody could explain and whose worst case grows exponentially.
 */
public sealed interface Rule {
  int MAX_DEPTH = 5;
  int MAX_NODES = 100;

  /** How many nodes lie on the longest way down, this one included. */
  int depth();

  /** How many nodes there are in all, this one included. */
  int nodes();

  /** The definitions at the leaves, from left to right. */
  Stream<UUID> definitions();

  /** Fulfilled by a credential of this definition, whatever its version. */
  record Part(UUID definition) implements Rule {
    @Override
    public int depth() {
      return 1;
    }

    @Override
    public int nodes() {
      return 1;
    }

    @Override
    public Stream<UUID> definitions() {
      return Stream.of(definition);
    }
  }

  /** Several rules, of which some must be fulfilled. */
  sealed interface Group extends Rule {
    /** The rules in it; never empty. */
    List<Rule> of();

    /** How many of them must be fulfilled, 1 to all. */
    int needed();

    @Override
    default int depth() {
      return 1 + of().stream().mapToInt(Rule::depth).max().orElse(0);
    }

    @Override
    default int nodes() {
      return 1 + of().stream().mapToInt(Rule::nodes).sum();
    }

    @Override
    default Stream<UUID> definitions() {
      return of().stream().flatMap(Rule::definitions);
    }
  }

  /** Fulfilled when each of its rules is. */
  record AllOf(List<Rule> of) implements Group {
    public AllOf {
      of = List.copyOf(of);
      checkBounds(of);
    }

    @Override
    public int needed() {
      return of.size();
    }
  }

  /**
   * Fulfilled when any {@code n} of its rules are.
   *
   * @param n 1 to the number of rules
   */
  record NOf(int n, List<Rule> of) implements Group {
    public NOf {
      of = List.copyOf(of);
      checkBounds(of);
      if (n < 1 || n > of.size()) {
        throw new IllegalArgumentException("n is 1 to the size of its group");
      }
    }

    @Override
    public int needed() {
      return n;
    }
  }

  private static void checkBounds(List<Rule> of) {
    if (of.isEmpty()) {
      throw new IllegalArgumentException("A group has at least one rule");
    }
    if (1 + of.stream().mapToInt(Rule::depth).max().orElse(0) > MAX_DEPTH) {
      throw new IllegalArgumentException("A rule is at most " + MAX_DEPTH + " deep");
    }
    if (1 + of.stream().mapToInt(Rule::nodes).sum() > MAX_NODES) {
      throw new IllegalArgumentException("A rule has at most " + MAX_NODES + " nodes");
    }
    var seen = new HashSet<UUID>();
    if (!of.stream().flatMap(Rule::definitions).allMatch(seen::add)) {
      throw new IllegalArgumentException("A rule names a definition at most once");
    }
  }
}
