package org.mikromerit.credential.check;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one check found out.
 *
 * @param evidence values that the words for it may need, by name; text from the document is bounded
 */
public record Finding(CheckName check, FindingCode code, Map<String, String> evidence) {

  /** Copies the evidence, in the order of its names. */
  public Finding {
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }

  public static Finding of(CheckName check, FindingCode code) {
    return new Finding(check, code, Map.of());
  }

  public Outcome outcome() {
    return code.outcome();
  }
}
