package org.mikromerit.journeys.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.Learner;
import org.mikromerit.journeys.World;

/**
 * A learner with an account, who shows what they hold to others.
 *
 * @param number by which the journal names them
 */
public record Sharer(int number, Learner learner, Supplier<String> token) {

  /** Gives one an account. */
  static Sharer settled(int number, Installation installation) {
    Learner learner = Learner.withVerifiedEmail(installation);
    return new Sharer(number, learner, new Renewed(learner::signInAgain));
  }

  /** How an institution names them when it issues. */
  public JsonNode recipient(World world) {
    return learner.recipient(world);
  }
}
