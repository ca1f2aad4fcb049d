package org.mikromerit.stacking.pathway;

/** What a pathway is called; each at most {@value #LONGEST} characters. */
public record Title(String sv, String en) {
  public static final int LONGEST = 200;
}
