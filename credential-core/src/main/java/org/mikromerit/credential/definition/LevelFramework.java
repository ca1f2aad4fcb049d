package org.mikromerit.credential.definition;

import java.util.Optional;
import java.util.stream.Stream;

/** A framework of qualification levels, each from 1 to 8. */
public enum LevelFramework {
  /** The European Qualifications Framework. */
  EQF("EQF"),
  /** Sweden's framework, which refers its levels one to one to the European. */
  SEQF("SeQF");

  private final String label;

  LevelFramework(String label) {
    this.label = label;
  }

  public static Optional<LevelFramework> parse(String label) {
    return Stream.of(values()).filter(framework -> framework.label.equals(label)).findFirst();
  }

  /** As people and documents write it. */
  public String label() {
    return label;
  }

  /** The level's URI in the vocabularies of the European Union's Publications Office. */
  public String uri(int level) {
    return switch (this) {
      case EQF -> "http://data.europa.eu/snb/eqf/" + level;
      case SEQF -> "http://data.europa.eu/snb/qdr/" + seqf(level);
    };
  }

  private static String seqf(int level) {
    return switch (level) {
      case 1 -> "c_20b8cbc9";
      case 2 -> "c_e1f75f79";
      case 3 -> "c_4ec9e6c0";
      case 4 -> "c_6477e349";
      case 5 -> "c_b44f7367";
      case 6 -> "c_185bb246";
      case 7 -> "c_1ab773a2";
      case 8 -> "c_055b6cf8";
      default -> throw new IllegalArgumentException("a level is 1 to 8");
    };
  }
}
