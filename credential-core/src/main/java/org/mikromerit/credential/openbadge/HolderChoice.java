package org.mikromerit.credential.openbadge;

import org.mikromerit.credential.sdjwt.Disclosable;

/**
 * What of our own credentials a holder can keep back from whom they show them to: who they are, how
 * they did, and what the award says in detail. What it is worth by its level of certification, how
 * it was checked and which parts it rests on is not theirs to choose.
 */
public final class HolderChoice {

  private static final String ACHIEVEMENT = "/credentialSubject/achievement/";

  private static final Disclosable STANDARD =
      Disclosable.of(
              "/credentialSubject/identifier/*",
              "/credentialSubject/result",
              ACHIEVEMENT + "description",
              ACHIEVEMENT + "criteria",
              ACHIEVEMENT + "alignment/*",
              ACHIEVEMENT + "creditsAvailable",
              ACHIEVEMENT + "resultDescription",
              ACHIEVEMENT + Terms.LOCALIZED_DESCRIPTION,
              ACHIEVEMENT + Terms.LEARNING_OUTCOME + "/*",
              ACHIEVEMENT + Terms.LEARNING_OUTCOME + "/*/outcomeSkill",
              ACHIEVEMENT + Terms.WORKLOAD,
              ACHIEVEMENT + Terms.PARTICIPATION,
              ACHIEVEMENT + Terms.BENEFIT,
              ACHIEVEMENT + Terms.PREREQUISITES,
              "/evidence/*")
          .except(Terms.AWARD_PART);

  private HolderChoice() {}

  public static Disclosable standard() {
    return STANDARD;
  }
}
