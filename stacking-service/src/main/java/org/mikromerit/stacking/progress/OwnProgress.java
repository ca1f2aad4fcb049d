package org.mikromerit.stacking.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.award.Award;
import org.mikromerit.stacking.evaluation.Findings.Line;
import org.mikromerit.stacking.pathway.PublishedPathway;

/**
 * Where somebody is on a pathway, and why, as they see it themselves.
 *
 * @param version that the lines are held against: the one that was completed, else the newest
 * @param row null where they have nothing of it yet
 * @param award what was earned; null before
 */
public record OwnProgress(
    PublishedPathway version, @Nullable Progress row, List<Line> lines, @Nullable Award award) {}
