package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.award.Award;
import org.mikromerit.stacking.award.Stack;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.evaluation.Evaluation;
import org.mikromerit.stacking.evaluation.Findings.Line;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishedPathway;

/**
 * Shows a pathway's owner where learners are, and each learner where they are themselves. The lines
 * are evaluated when they are asked for, so they cannot be older than the credentials that they
 * speak of.
 */
@ApplicationScoped
public class ShowProgress {
  private final Pathways pathways;
  private final ProgressRows rows;
  private final Credentials credentials;
  private final Stacks stacks;

  ShowProgress(Pathways pathways, ProgressRows rows, Credentials credentials, Stacks stacks) {
    this.pathways = pathways;
    this.rows = rows;
    this.credentials = credentials;
    this.stacks = stacks;
  }

  /** By learner, after the given one; empty also where the pathway is not published. */
  @Transactional
  public List<LearnerProgress> listed(UUID pathway, String afterLearner, int limit) {
    return pathways
        .newest(pathway)
        .map(newest -> shown(newest, rows.listed(pathway, afterLearner, limit)))
        .orElse(List.of());
  }

  @Transactional
  public Optional<LearnerProgress> of(UUID pathway, String learner) {
    return pathways
        .newest(pathway)
        .flatMap(
            newest -> rows.of(pathway, learner).map(row -> shown(newest, List.of(row)).getFirst()));
  }

  /** A pathway that a learner is on. */
  public record On(PublishedPathway newest, Progress row) {}

  /** The pathways that the learner is on, by id, after the given one. */
  @Transactional
  public List<On> pathwaysOf(String learner, UUID afterPathway, int limit) {
    List<Progress> listed = rows.ofLearner(learner, afterPathway, limit);
    Map<UUID, PublishedPathway> newest =
        pathways.newest(listed.stream().map(Progress::pathway).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(PublishedPathway::id, version -> version));
    return listed.stream()
        .flatMap(
            row -> Stream.ofNullable(newest.get(row.pathway())).map(found -> new On(found, row)))
        .toList();
  }

  /** Where the learner is on a pathway; empty where there is no such pathway. */
  @Transactional
  public Optional<OwnProgress> own(UUID pathway, String learner) {
    return pathways.newest(pathway).map(newest -> own(newest, learner));
  }

  private OwnProgress own(PublishedPathway newest, String learner) {
    @Nullable Progress row = rows.of(newest.id(), learner).orElse(null);
    if (row == null) {
      return new OwnProgress(newest, null, Evaluation.of(newest.rule(), List.of()).lines(), null);
    }
    LearnerProgress progress = shown(newest, List.of(row)).getFirst();
    return new OwnProgress(
        versionOf(progress.stackId(), newest, learner), row, progress.lines(), progress.award());
  }

  /** The version that {@link #shown} holds the lines against. */
  private PublishedPathway versionOf(
      @Nullable UUID stack, PublishedPathway newest, String learner) {
    return stacks.of(newest.id(), List.of(learner)).stream()
        .filter(each -> each.id().equals(stack) && each.stands())
        .findFirst()
        .flatMap(each -> pathways.version(newest.id(), each.version()))
        .orElse(newest);
  }

  private List<LearnerProgress> shown(PublishedPathway newest, List<Progress> listed) {
    List<String> learners = listed.stream().map(Progress::learner).toList();
    Map<String, Stack> telling = telling(stacks.of(newest.id(), learners));
    var awards = stacks.awards(telling.values().stream().map(Stack::id).toList());
    Map<Integer, PublishedPathway> versions = versions(newest, telling);
    Map<OnPathway, PublishedPathway> asked = new HashMap<>();
    for (Progress row : listed) {
      @Nullable Stack stack = telling.get(row.learner());
      asked.put(
          row.who(),
          stack != null && stack.stands()
              ? versions.getOrDefault(stack.version(), newest)
              : newest);
    }
    Map<OnPathway, List<Standing>> standing = credentials.standing(asked);
    return listed.stream()
        .map(
            row -> {
              @Nullable Stack stack = telling.get(row.learner());
              return shown(
                  row,
                  lines(
                      asked.getOrDefault(row.who(), newest),
                      stack,
                      standing.getOrDefault(row.who(), List.of())),
                  stack,
                  stack == null ? null : awards.get(stack.id()));
            })
        .toList();
  }

  /** Of each learner the newest stack that stands, else the newest. */
  private static Map<String, Stack> telling(List<Stack> byAttempt) {
    return byAttempt.stream()
        .collect(
            Collectors.toMap(
                Stack::holder,
                stack -> stack,
                (earlier, later) -> later.stands() || !earlier.stands() ? later : earlier));
  }

  private Map<Integer, PublishedPathway> versions(
      PublishedPathway newest, Map<String, Stack> telling) {
    return telling.values().stream()
        .map(Stack::version)
        .distinct()
        .map(version -> pathways.version(newest.id(), version).orElseThrow())
        .collect(Collectors.toMap(PublishedPathway::version, version -> version));
  }

  private static List<Line> lines(
      PublishedPathway version, @Nullable Stack stack, List<Standing> held) {
    List<Standing> counting =
        stack != null && stack.stands()
            ? held.stream().filter(each -> stack.parts().contains(each.credential())).toList()
            : held;
    return Evaluation.of(version.rule(), counting).lines();
  }

  private static LearnerProgress shown(
      Progress row, List<Line> lines, @Nullable Stack stack, Stacks.@Nullable Issued issued) {
    return new LearnerProgress(
        row.learner(),
        row.state(),
        row.attempt(),
        lines,
        stack == null ? null : stack.id(),
        stack == null ? null : Award.of(stack, issued));
  }
}
