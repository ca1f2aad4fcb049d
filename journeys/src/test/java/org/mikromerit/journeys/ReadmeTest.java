package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mikromerit.journeys.Installation.Said;

/**
 * The README's commands do what the README says, typed in their order into a fresh copy of the
 * sources.
 */
class ReadmeTest {
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  private final Installation installation = Installation.get();

  @Test
  void upSaysWhereToLookAndWhoCanSignIn() {
    if (installation.isFresh()) {
      assertThat(installation.firstWords())
          .contains(
              "issuer-service", "registry-service", "verification-service", "stacking-service")
          .contains("vardskolan", "lisa");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheReadmeWorks() throws IOException {
    List<String> commands = commands();

    assertThat(commands).contains("./mikromerit up", "./mikromerit demo", "./mikromerit test");
    return commands.stream()
        // This test is part of that one.
        .filter(command -> !command.startsWith("./mikromerit test"))
        // Each has a test of its own below.
        .filter(command -> !List.of("./mikromerit demo", "./mikromerit down").contains(command))
        .map(command -> DynamicTest.dynamicTest(command, () -> assertWorks(command)));
  }

  /** A step that is left out ends no demo. */
  @Test
  void theDemoKillsTheIssuerInTheMiddleOfAFileAndNothingIsLostOrIssuedTwice() {
    Said told = installation.type("./mikromerit demo");

    assertThat(told.exit()).as(told.words()).isZero();
    assertThat(told.words())
        .containsPattern("kill -9 [0-9]+")
        .containsPattern("the issuer is gone, when 1?[0-9]{1,2} of 200 rows were decided")
        .contains(
            "started again, it goes on by itself where its last commit ended: 197 issued, 3 refused",
            "exactly 197 credentials more than before, and 197 entries");
  }

  @Test
  void downStopsEverythingAndKeepsTheData() {
    Institution school = Institution.authorised(installation, "Skolan som består åäö");

    assertWorks("./mikromerit down");
    Said stopped = installation.type("./mikromerit status");
    assertWorks("./mikromerit up");

    assertThat(stopped.exit()).isNotZero();
    assertThat(
            installation
                .registry()
                .get("/organisations/" + school.id())
                .send()
                .json()
                .path("name")
                .asText())
        .isEqualTo(school.name());
  }

  private void assertWorks(String command) {
    Said said = installation.type(command);

    assertThat(said.exit()).as(said.words()).isZero();
  }

  private List<String> commands() throws IOException {
    String readme =
        Files.readString(Installation.checkout().resolve("README.md"), StandardCharsets.UTF_8);
    var commands = new ArrayList<String>();
    var blocks = SHELL_BLOCK.matcher(readme);
    while (blocks.find()) {
      blocks
          .group(1)
          .lines()
          .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
          .filter(line -> line.startsWith("./mikromerit"))
          .forEach(commands::add);
    }
    return commands;
  }
}
