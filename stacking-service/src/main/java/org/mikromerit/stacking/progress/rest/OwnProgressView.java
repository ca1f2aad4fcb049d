package org.mikromerit.stacking.progress.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.award.Award;
import org.mikromerit.stacking.evaluation.Findings.Line;
import org.mikromerit.stacking.pathway.RuleJson;
import org.mikromerit.stacking.pathway.Title;
import org.mikromerit.stacking.progress.OwnProgress;
import org.mikromerit.stacking.progress.Progress;

/**
 * Where whoever asks is on a pathway.
 *
 * @param version that the lines speak of: the one that was completed, else the newest
 * @param lines one for every node of that version's rule, each with what satisfied it or what it
 *     lacks
 */
record OwnProgressView(
    UUID pathway,
    UUID organisation,
    int version,
    Title title,
    @Schema(type = SchemaType.OBJECT) JsonNode rule,
    State state,
    List<Line> lines,
    @Nullable Award award) {

  /** How far it is. */
  enum State {
    NOT_BEGUN,
    IN_PROGRESS,
    COMPLETED,
    BROKEN;

    static State of(@Nullable Progress row) {
      return row == null ? NOT_BEGUN : valueOf(row.state().name());
    }
  }

  static OwnProgressView of(OwnProgress progress) {
    return new OwnProgressView(
        progress.version().id(),
        progress.version().organisation(),
        progress.version().version(),
        progress.version().title(),
        RuleJson.write(progress.version().rule()),
        State.of(progress.row()),
        progress.lines(),
        progress.award());
  }
}
