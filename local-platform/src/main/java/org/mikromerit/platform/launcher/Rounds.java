package org.mikromerit.platform.launcher;

import java.util.List;
import org.mikromerit.platform.PlatformException;

/** How often a measurement takes its turns: fewer than five say nothing of what they range over. */
final class Rounds {
  private static final int FEWEST = 5;

  private Rounds() {}

  /** What {@code --rounds N} says, which is taken out of the arguments. */
  static int takenFrom(List<String> arguments) {
    int option = arguments.indexOf("--rounds");
    if (option < 0) {
      return FEWEST;
    }
    String number = option + 1 < arguments.size() ? arguments.remove(option + 1) : "";
    arguments.remove(option);
    if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) < FEWEST) {
      throw new PlatformException("--rounds takes a number, " + FEWEST + " or more.");
    }
    return Integer.parseInt(number);
  }
}
