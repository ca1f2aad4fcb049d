package org.mikromerit.stacking.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.stacking.evaluation.Findings.Line;
import org.mikromerit.stacking.evaluation.Findings.Missing;
import org.mikromerit.stacking.pathway.Rule;

/**
 * Holds a rule against credentials. The same rule and the same set of credentials give the same
 * findings, in whatever order they came.
 *
 * <p>A rule names a definition once, so no credential can be claimed by two of its parts; where
 * there are several of one definition, the one earned first is taken.
 */
public final class Evaluation {
  private final Map<UUID, Standing> byDefinition = new HashMap<>();

  private Evaluation(Collection<Standing> credentials) {
    for (Standing each : credentials) {
      byDefinition.merge(
          each.definition(),
          each,
          (one, other) -> Standing.EARLIEST_FIRST.compare(one, other) <= 0 ? one : other);
    }
  }

  public static Findings of(Rule rule, Collection<Standing> credentials) {
    Node root = new Evaluation(credentials).evaluate(rule, "");
    return new Findings(
        root.fulfilled(), List.copyOf(root.lines()), root.fulfilled() ? root.chosen() : List.of());
  }

  private Node evaluate(Rule rule, String path) {
    return switch (rule) {
      case Rule.Part(UUID definition) -> part(definition, path);
      case Rule.AllOf all -> group(all, "allOf", path, path + "/allOf");
      case Rule.NOf some -> group(some, "nOf", path, path + "/nOf/of");
    };
  }

  private Node part(UUID definition, String path) {
    Standing found = byDefinition.get(definition);
    if (found == null) {
      var missing = new Missing(1, List.of(definition));
      return new Node(
          false, List.of(), List.of(definition), List.of(new Line(path, "part", null, missing)));
    }
    List<UUID> chosen = List.of(found.credential());
    return new Node(true, chosen, List.of(), List.of(new Line(path, "part", chosen, null)));
  }

  private Node group(Rule.Group group, String form, String path, String membersPath) {
    var chosen = new ArrayList<UUID>();
    var unmet = new ArrayList<UUID>();
    var below = new ArrayList<Line>();
    int met = 0;
    for (int i = 0; i < group.of().size(); i++) {
      Node member = evaluate(group.of().get(i), membersPath + "/" + i);
      if (member.fulfilled() && met < group.needed()) {
        met++;
        chosen.addAll(member.chosen());
      }
      unmet.addAll(member.unmet());
      below.addAll(member.lines());
    }
    boolean fulfilled = met == group.needed();
    var lines = new ArrayList<Line>(below.size() + 1);
    lines.add(
        fulfilled
            ? new Line(path, form, List.copyOf(chosen), null)
            : new Line(path, form, null, new Missing(group.needed() - met, List.copyOf(unmet))));
    lines.addAll(below);
    return new Node(fulfilled, List.copyOf(chosen), List.copyOf(unmet), lines);
  }

  /** What came of a node and of all below it. */
  private record Node(boolean fulfilled, List<UUID> chosen, List<UUID> unmet, List<Line> lines) {}
}
