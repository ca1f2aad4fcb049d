package org.mikromerit.platform.launcher;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.platform.PlatformException;

/**
 * What an issue and a verdict cost in processor time. What it says is a page for {@code
 * docs/benchmarks}; what is measured is in {@code credential-core}'s tests, where the samples and
 * the libraries of others are.
 */
record BenchCore(Settings settings, Console console) {

  /**
   * Measures, which takes some minutes of processor time.
   *
   * @param arguments {@code --rounds N}
   */
  int run(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    String rounds = Integer.toString(Rounds.takenFrom(rest));
    if (!rest.isEmpty()) {
      throw new PlatformException("bench core takes --rounds N and nothing else.");
    }
    console.say("# What signing and verifying cost\n");
    console.say("`./mikromerit bench core --rounds " + rounds + "`. " + Machine.here());
    return Build.maven(
        settings,
        List.of(
            "-q",
            "test-compile",
            "exec:exec@bench",
            "-pl",
            "credential-core",
            "-Dbench.rounds=" + rounds));
  }
}
