package org.mikromerit.stacking.progress;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.award.Award;
import org.mikromerit.stacking.evaluation.Findings.Line;

/**
 * Where a learner is on a pathway, and why.
 *
 * @param learner the learner's id once linked, before that the pseudonym that was issued to
 * @param attempt the newest that was completed; 0 before the first
 * @param lines of the completed attempt what it rests on; else what the newest version's rule has
 *     and lacks now
 * @param stackId the newest stack that stands, else the newest; null before the first
 * @param award what that stack earned
 */
public record LearnerProgress(
    String learner,
    Progress.State state,
    int attempt,
    List<Line> lines,
    @Nullable UUID stackId,
    @Nullable Award award) {}
