package org.mikromerit.stacking.pathway;

import java.util.List;
import java.util.UUID;

/** Why something cannot be done with a pathway. */
public sealed interface Refused extends ChangeDraft.Outcome, PublishPathway.Outcome {

  /**
   * There is none by this id, or it is another organisation's: one answer, so that nobody can
   * probe.
   */
  record NoSuchPathway() implements Refused {}

  /**
   * These definitions are of mere attendance, which never stacks, so nobody could ever complete it.
   */
  record NeverStacks(List<UUID> definitions) implements Refused {}
}
