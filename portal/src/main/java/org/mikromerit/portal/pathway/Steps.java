package org.mikromerit.portal.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.pathway.OwnProgress.Line;
import org.mikromerit.portal.pathway.OwnProgress.Missing;
import org.mikromerit.portal.pathway.Pathways.Part;
import org.mikromerit.portal.pathway.Pathways.Rule;
import org.mikromerit.portal.pathway.Pathways.Some;
import org.mikromerit.portal.pathway.Step.Form;
import org.mikromerit.portal.pathway.Step.Found;
import org.mikromerit.portal.pathway.Step.Named;
import org.mikromerit.portal.pathway.Step.Standing;

/** Reads a rule line by line: each group before what is in it. */
final class Steps {
  private final Function<UUID, Named> names;
  private final Map<String, Line> lines = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Steps(Function<UUID, Named> names, List<Line> lines) {
    this.names = names;
    lines.forEach(line -> this.lines.put(line.path(), line));
  }

  /**
   * The rule's lines.
   *
   * @param lines what somebody has of it; empty where nobody's progress is shown
   */
  static List<Step> of(Rule rule, Function<UUID, Named> names, List<Line> lines) {
    var steps = new Steps(names, lines);
    steps.add(rule, "", "", 0, false);
    return List.copyOf(steps.steps);
  }

  /** The definitions that a rule names. */
  static List<UUID> definitions(Rule rule) {
    return of(rule, id -> new Named(id, 0, ""), List.of()).stream()
        .flatMap(step -> Stream.ofNullable(step.part()))
        .map(Named::id)
        .toList();
  }

  private void add(Rule rule, String path, String number, int depth, boolean metWithout) {
    Found found = found(lines.get(path), metWithout);
    boolean met = metWithout || (found != null && found.standing() == Standing.MET);
    Part part = rule.part();
    Some some = rule.nOf();
    List<Rule> all = rule.allOf();
    if (part != null) {
      steps.add(new Step(number, depth, Form.PART, 1, 0, names.apply(part.definition()), found));
    } else if (some != null) {
      steps.add(new Step(number, depth, Form.SOME, some.n(), some.of().size(), null, found));
      addAll(some.of(), path + "/nOf/of/", number, depth, met);
    } else if (all != null) {
      steps.add(new Step(number, depth, Form.ALL, all.size(), all.size(), null, found));
      addAll(all, path + "/allOf/", number, depth, met);
    } else {
      steps.add(new Step(number, depth, Form.OTHER, 1, 0, null, found));
    }
  }

  private void addAll(List<Rule> rules, String path, String number, int depth, boolean met) {
    for (int i = 0; i < rules.size(); i++) {
      String own = (number.isEmpty() ? "" : number + ".") + (i + 1);
      add(rules.get(i), path + i, own, depth + 1, met);
    }
  }

  private @Nullable Found found(@Nullable Line line, boolean metWithout) {
    if (line == null) {
      return null;
    }
    Missing missing = line.missing();
    if (missing == null) {
      return new Found(
          Standing.MET, line.satisfiedBy() == null ? List.of() : line.satisfiedBy(), 0, List.of());
    }
    return new Found(
        metWithout ? Standing.NOT_NEEDED : Standing.MISSING,
        List.of(),
        missing.more(),
        missing.definitions().stream().map(names).toList());
  }
}
