package org.mikromerit.portal.pathway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for, twice: the steps for the table, and their picture.
 *
 * @param namesAway who does not tell what the parts are called; null where all are told
 */
public record Lines(List<Step> steps, Picture picture, @Nullable String namesAway) {

  public Step whole() {
    return steps.getFirst();
  }

  /** How many of what is directly below the whole it needs. */
  public long needed() {
    return whole().needed();
  }

  /** How many of those are met. */
  public long met() {
    Step.Found found = whole().found();
    return found == null ? 0 : needed() - found.more();
  }
}
