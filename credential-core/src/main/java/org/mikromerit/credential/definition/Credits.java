package org.mikromerit.credential.definition;

import java.math.BigDecimal;

/**
 * Credits of one system. Credits of two systems never add up.
 *
 * @param system such as {@code ECTS} or {@code YH}
 * @param value more than zero, exact
 */
public record Credits(String system, BigDecimal value) {

  public static final String ECTS = "ECTS";

  public Credits {
    Require.text("a credit system", system);
    Volume.require("credits", value);
  }
}
