package org.mikromerit.credential.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for the quality; {@code NONE} is a statement too.
 *
 * @param body who assures it, where another does
 * @param reference of the decision
 * @param validUntil the last day
 */
public record QualityAssurance(
    QualityAssuranceType type,
    @Nullable String body,
    @Nullable String reference,
    @Nullable LocalDate validUntil) {

  public QualityAssurance {
    Require.optionalText("body", body);
    Require.optionalText("reference", reference);
  }
}
