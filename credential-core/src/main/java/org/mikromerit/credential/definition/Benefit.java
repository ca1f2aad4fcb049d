package org.mikromerit.credential.definition;

/** What the credential is good for. */
public record Benefit(BenefitType type, String text) {

  public Benefit {
    Require.text("a benefit's text", text);
  }
}
