package org.mikromerit.portal.share;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;

/** A part of a credential that its holder can show or keep back, as people call it. */
public enum Facet {
  NAME("/credentialSubject/identifier/*"),
  DESCRIPTION("/credentialSubject/achievement/description"),
  OUTCOMES("/credentialSubject/achievement/learningOutcome/*"),
  SKILLS("/credentialSubject/achievement/learningOutcome/*/outcomeSkill"),
  CRITERIA("/credentialSubject/achievement/criteria"),
  ALIGNMENT("/credentialSubject/achievement/alignment/*"),
  WORKLOAD("/credentialSubject/achievement/workload"),
  CREDITS("/credentialSubject/achievement/creditsAvailable"),
  PARTICIPATION("/credentialSubject/achievement/participation"),
  PREREQUISITES("/credentialSubject/achievement/prerequisites"),
  BENEFIT("/credentialSubject/achievement/benefit"),
  TRANSLATION("/credentialSubject/achievement/localizedDescription"),
  RESULT("/credentialSubject/result"),
  SCALE("/credentialSubject/achievement/resultDescription"),
  EVIDENCE("/evidence/*"),
  /** What this page has no word for. */
  OTHER(""),
  /** Not a part, but all of it. */
  WHOLE("*");

  private static final Map<String, Facet> BY_PATTERN =
      Arrays.stream(values()).collect(toMap(each -> each.pattern, each -> each));

  private final String pattern;

  Facet(String pattern) {
    this.pattern = pattern;
  }

  /** The part that a pointer (RFC 6901) is to. */
  static Facet of(String pointer) {
    return BY_PATTERN.getOrDefault(pointer.replaceAll("/[0-9]+(?=/|$)", "/*"), OTHER);
  }

  /** Whether it is chosen until somebody chooses otherwise: what it takes to say who can what. */
  boolean isUsual() {
    return switch (this) {
      case NAME, DESCRIPTION, OUTCOMES, SKILLS, CRITERIA, ALIGNMENT, WORKLOAD, CREDITS -> true;
      case PARTICIPATION,
          PREREQUISITES,
          BENEFIT,
          TRANSLATION,
          RESULT,
          SCALE,
          EVIDENCE,
          OTHER,
          WHOLE ->
          false;
    };
  }
}
