package org.mikromerit.platform.launcher;

import java.util.List;

/**
 * Many tenants at work on a platform of their own while one thing after the other is killed. What a
 * storm consists of is in {@code journeys}' tests, where the whole-system stories are.
 */
record Storm(Settings settings, Console console) {

  /**
   * Lets one loose.
   *
   * @param arguments {@code --ci}, {@code --night}, {@code --seed N}, {@code --issues N} …
   * @return 0 only if nothing that was answered was lost
   */
  int run(List<String> arguments) {
    new Build(settings, console).ifChanged();
    return Build.maven(
        settings,
        List.of(
            "-q",
            "test",
            "-pl",
            "journeys",
            "-am",
            "-Dtest=StormCommand",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dspotless.check.skip=true",
            "-Dstorm=" + String.join(" ", arguments)));
  }
}
