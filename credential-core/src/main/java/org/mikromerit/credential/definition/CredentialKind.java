package org.mikromerit.credential.definition;

/** What a credential is; documents write the name as it stands here. */
public enum CredentialKind {
  /**
   * Assessed outcomes of a small volume of learning, with stated workload and quality assurance.
   */
  MICRO_CREDENTIAL("MicroCredential"),
  /** One assessed skill, without stated workload or quality assurance. */
  VERIFIED_SKILL("Competency"),
  /** Having taken part; never called a micro-credential. */
  ATTENDANCE("ext:CertificateOfParticipation");

  private final String achievementType;

  CredentialKind(String achievementType) {
    this.achievementType = achievementType;
  }

  /**
   * The word of Open Badges 3.0's vocabulary of achievement types, or ours where it has none: a
   * certificate of completion would say more than that somebody was there.
   */
  public String achievementType() {
    return achievementType;
  }
}
