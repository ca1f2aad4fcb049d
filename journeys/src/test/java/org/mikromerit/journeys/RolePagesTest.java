package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.journeys.Browser.View;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * The pages on which somebody finds or does something: the register's search and the pathways,
 * which are public, and those of learners, registrars and operators.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolePagesTest {
  private static final String HOSTILE = "Omsorgen åäö 100% <b>\"fet\"</b> مرحبا";

  private final World world = new World(2_026_11_25L);
  // A word that no other journey's names have.
  private final String mark = "m" + Long.toString(System.nanoTime(), 36);
  private @Nullable Installation installation;
  private @Nullable Visits visits;
  private @Nullable Institution school;
  private @Nullable Learner learner;
  private @Nullable String hygiene;
  private @Nullable String pathway;

  @BeforeAll
  void something() {
    Installation here = Installation.get();
    installation = here;
    visits = Visits.to(here);
    Institution provider = Institution.authorised(here, HOSTILE + " " + mark);
    school = provider;
    hygiene = provider.published(titled("Hygien i vård och omsorg " + mark, "Hygiene " + mark));
    String ethics = provider.published(titled("Bemötande " + mark, "Ethics " + mark));
    String nutrition =
        provider.published(titled("<script>alert('näring')</script> " + mark, "Food " + mark));
    pathway =
        provider.pathway(
            """
            {"allOf": [{"part": {"definition": "%s"}},
                       {"nOf": {"n": 1, "of": [{"part": {"definition": "%s"}}, {"part": {"definition": "%s"}}]}}]}
            """
                .formatted(hygiene, ethics, nutrition));
    Learner holder = Learner.withVerifiedEmail(here);
    learner = holder;
    Reply issued = provider.issued(hygiene, holder.recipient(world));
    Await.untilAsserted(
        "it is in the portfolio",
        () -> assertThat(holder.credentials()).containsExactly(idOf(issued)));
    Await.untilAsserted(
        "all is in the register",
        () ->
            assertThat(here.registry().get("/definitions?q=" + mark).send().json().path("items"))
                .hasSize(3));
  }

  private ObjectNode titled(String swedish, String english) {
    ObjectNode definition = world.definition();
    definition.putObject("title").put("sv", swedish).put("en", english);
    return definition;
  }

  @AfterAll
  void close() {
    if (visits != null) {
      visits.close();
    }
  }

  static Stream<View> everyView() {
    return Stream.of("sv", "en")
        .flatMap(language -> Stream.of(View.desktop(language), View.phone(language)));
  }

  static Stream<Arguments> everyPageInEveryWay() {
    return Stream.of(
            "lisa /learner/claim claim",
            "lisa /learner/import import",
            "lisa /learner/pathways own-pathways",
            "rut /authority authority",
            "rut /authority/organisations authority-organisations",
            "olle /operations operations",
            "olle /operations/registry operations-service",
            "olle /operations/registry/jobs operations-jobs",
            "olle /operations/issuer/batches operations-batches")
        .flatMap(page -> everyView().map(view -> Arguments.of(page, view)));
  }

  @ParameterizedTest
  @Tag("INC-2")
  @MethodSource("everyPageInEveryWay")
  void nothingOnThesePagesKeepsAnybodyOut(String which, View view) {
    String[] words = which.split(" ", -1);
    visits()
        .as(
            view,
            page -> {
              visits().signIn(page, words[0]);
              visits().open(page, words[1]);

              assertSound(page, view);
              visits().show(page, words[2], view);
            });
  }

  @ParameterizedTest
  @Tag("REG-1")
  @MethodSource("everyView")
  void whatIsInTheRegisterIsFoundByAPartOfItsNameWithoutScript(View view) {
    visits()
        .as(
            view.withoutScript(),
            page -> {
              visits().open(page, "/register/providers");
              page.locator("#q").fill("100% OMSORG " + mark);
              page.locator("main form button").click();

              assertThat(page.locator("tbody tr").count()).isEqualTo(1);
              assertThat(page.locator("tbody th").innerText()).isEqualTo(HOSTILE + " " + mark);
              assertThat(page.locator("#q").inputValue()).isEqualTo("100% OMSORG " + mark);
              page.locator("#state").selectOption("SUSPENDED");
              page.locator("main form button").click();
              assertThat(page.locator("tbody tr").count()).isZero();
              visits().open(page, "/register");
              page.locator("#q").fill("hyg% " + mark);
              page.keyboard().press("Enter");
              page.waitForURL("**/register?q=*");
              assertThat(page.locator("tbody tr").count()).isZero();
            });
    visits()
        .as(
            view,
            page -> {
              visits().open(page, "/register?q=" + mark);
              assertThat(page.locator("tbody tr").count()).isEqualTo(3);
              assertSound(page, view);
              visits().show(page, "register-search", view);
            });
  }

  @ParameterizedTest
  @Tag("STK-4")
  @MethodSource("everyView")
  void aPathwayIsAPictureAndATableThatSayTheSame(View view) {
    visits()
        .as(
            view,
            page -> {
              visits().open(page, "/pathways/" + pathway);

              assertSound(page, view);
              assertThat(page.locator("svg.pathway rect").count()).isEqualTo(5);
              assertThat(page.locator("tbody tr").count()).isEqualTo(5);
              assertThat(page.locator("svg.pathway a").count())
                  .isEqualTo(page.locator("tbody a").count())
                  .isEqualTo(3);
              visits().show(page, "pathway", view);
            });
  }

  @Test
  @Tag("STK-4")
  void whoHasOnlyAKeyboardReachesEveryPartInThePictureAndInTheTable() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().open(page, "/pathways/" + pathway);
              page.locator("#main").focus();
              StringBuilder reached = new StringBuilder();
              for (int presses = 0; presses < 20; presses++) {
                page.keyboard().press("Tab");
                reached.append(
                    page.evaluate(
                        "document.activeElement.closest('svg') ? 'picture ' : document.activeElement.closest('tbody') ? 'table ' : ''"));
              }

              assertThat(reached.toString().trim())
                  .isEqualTo("picture picture picture table table table");
            });
  }

  @ParameterizedTest
  @Tag("STK-2")
  @MethodSource("everyView")
  void aLearnerSeesWhatSatisfiesEachLineAndWhatIsMissing(View view) {
    visits()
        .as(
            view,
            page -> {
              visits().signIn(page, learner().email());
              page.waitForURL("**/learner");
              Await.untilAsserted(
                  "stacking has heard",
                  () -> {
                    visits().open(page, "/learner/pathways/" + pathway);
                    assertThat(page.locator("progress").getAttribute("value")).isEqualTo("1");
                  });

              assertThat(page.locator("tbody").innerText())
                  .contains(view.language().equals("sv") ? "Saknas" : "Missing")
                  .contains(view.language().equals("sv") ? "Uppfyllt" : "Met");
              assertSound(page, view);
              visits().show(page, "pathway-progress", view);
              page.locator("tbody a[href^='/learner/credentials/']").first().click();
              assertThat(page.locator("h1").innerText()).contains(mark);
            });
  }

  @Test
  void aLearnerClaimsWhatWaitsForTheirCode() {
    ObjectNode recipient = world.learner();
    recipient.putObject("identifier").put("type", "claim-code");
    Reply issued = school().issued(Objects.requireNonNull(hygiene), recipient);
    String code = school().claimCode(idOf(issued));
    Learner other = Learner.withVerifiedEmail(installation());
    visits()
        .as(
            View.phone("sv"),
            page -> {
              visits().signIn(page, other.email());
              page.waitForURL("**/learner");
              claim(page, "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GE");
              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("inget att hämta");
              assertSound(page, View.phone("sv"));

              claim(page, code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));

              Await.untilAsserted(
                  "it is theirs",
                  () -> {
                    page.reload();
                    assertThat(page.locator("h1").innerText()).isEqualTo("Den är din");
                  });
              assertThat(page.locator("main").innerText()).contains("Hygien");
              assertSound(page, View.phone("sv"));
              visits().show(page, "claimed", View.phone("sv"));
            });
  }

  @Test
  void whoIsWrongTooOftenIsToldToWait() {
    Learner guesser = Learner.withVerifiedEmail(installation());
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, guesser.email());
              page.waitForURL("**/learner");
              for (int tries = 0; tries < 10; tries++) {
                guesser.claim("7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GE");
              }

              claim(page, "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GE");

              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Wait for an hour");
              visits().show(page, "claim-refused", View.desktop("en"));
            });
  }

  @Test
  @Tag("LRN-2")
  void anArchiveIsPutInAndEachFileIsAccountedFor() {
    byte[] archive = learner().export();
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, learner().email());
              page.waitForURL("**/learner");
              put(page, "no archive".getBytes(StandardCharsets.UTF_8));
              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("no archive");

              put(page, archive);

              assertThat(page.locator("h1").innerText()).isEqualTo("What came of it");
              assertThat(page.locator("tbody").first().innerText()).contains("Was there already");
              assertSound(page, View.desktop("en"));
              visits().show(page, "import-report", View.desktop("en"));
            });
  }

  @Test
  @Tag("REG-2")
  void oneRegistrarPreparesAndAnotherDecides() {
    Institution applicant = Institution.newcomer(installation(), "Sökande åäö " + mark);
    assertThat(applicant.apply().status()).isEqualTo(201);
    String address = "/authority/organisations/" + applicant.id();
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, "rut");
              page.waitForURL("**/authority");
              visits().open(page, "/authority/organisations?q=" + mark);
              page.locator("tbody a").first().click();
              assertSound(page, View.desktop("en"));
              page.locator("#verdict-AUTHORISE").check();
              page.locator("#review-reason").fill("Tillstånd <b>finns</b>, dnr 2026:1");
              button(page, "Prepare");

              assertThat(page.locator("main").innerText()).contains("another registrar decides");
              assertThat(page.getByRole(AriaRole.BUTTON, named("Decide: may issue")).count())
                  .isZero();
              assertSound(page, View.desktop("en"));
              visits().show(page, "authority-prepared", View.desktop("en"));
            });
    visits()
        .as(
            View.phone("sv"),
            page -> {
              visits().signIn(page, "rolf");
              page.waitForURL("**/authority");
              assertThat(page.locator("main").innerText()).contains("Sökande åäö " + mark);
              visits().open(page, address);
              assertThat(page.locator("main").innerText()).contains("<b>finns</b>");
              assertSound(page, View.phone("sv"));
              visits().show(page, "authority-decision", View.phone("sv"));
              button(page, "Besluta: får utfärda");

              assertThat(page.locator("main").innerText()).contains("Det är gjort");
              assertThat(page.locator("tbody tr").count()).isEqualTo(3);
              page.locator("#suspension-reason").fill(" ");
              button(page, "Stoppa");
              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Skriv ett skäl");
              assertSound(page, View.phone("sv"));
            });
  }

  @Test
  @Tag("OPS-4")
  void theOperatorSeesThatEveryServiceAnswersAndHowFarItIs() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, "olle");
              page.waitForURL("**/operations");

              assertThat(page.locator("tbody tr").count()).isEqualTo(4);
              assertThat(page.locator("tbody").innerText()).doesNotContain("Does not answer");
              page.locator("tbody a").first().click();
              assertThat(page.locator("main").innerText()).contains("mm.");
            });
  }

  @Test
  @Tag("OPS-4")
  void theOperatorSeesHowFarTheFilesAreThatAreIssuedFrom() {
    school().heldBatch(Objects.requireNonNull(hygiene));
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, "olle");
              page.waitForURL("**/operations");
              visits().open(page, "/operations/issuer");
              page.getByText("Files under way").click();

              assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(mark)).innerText())
                  .contains("Paused")
                  .containsPattern("of 1.?000");
              assertSound(page, View.desktop("en"));
              visits().show(page, "operations-batch-held", View.desktop("en"));
            });
  }

  @Test
  @Tag("OPS-4")
  @Tag("R4")
  void whatCannotBeAppliedIsShownWithItsCauseAndTriedAgain() {
    installation().tells("mm.given-credential.v1", mark, "no event");
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, "olle");
              page.waitForURL("**/operations");
              Locator parked = page.locator("tr", new Page.LocatorOptions().setHasText(mark));
              Await.untilAsserted(
                  "it is parked",
                  () -> {
                    visits().open(page, "/operations/registry");
                    assertThat(parked.count()).isEqualTo(1);
                  });
              assertSound(page, View.desktop("en"));
              visits().show(page, "operations-parked", View.desktop("en"));

              parked.getByRole(AriaRole.BUTTON).click();

              assertThat(page.getByRole(AriaRole.STATUS).innerText())
                  .contains("mm.given-credential.v1");
              assertThat(parked.count()).isEqualTo(1);
            });
    // Else the registry says rightly that it is not well.
    installation().forgets("registry", "delete from parked where key = '" + mark + "'");
  }

  @Test
  @Tag("S4")
  void nobodySeesThePagesOfAnotherRole() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, learner().email());
              page.waitForURL("**/learner");

              for (String path :
                  new String[] {
                    "/authority", "/authority/organisations/" + UUID.randomUUID(), "/operations"
                  }) {
                assertThat(page.navigate(visits().portal() + path).status())
                    .as(path)
                    .isEqualTo(403);
              }
            });
  }

  private void claim(Page page, String code) {
    visits().open(page, "/learner/claim");
    page.locator("#code").fill(code);
    page.locator("main form button").click();
  }

  private void put(Page page, byte[] archive) {
    visits().open(page, "/learner/import");
    page.locator("#file").setInputFiles(new FilePayload("mine.zip", "application/zip", archive));
    page.locator("main form button").click();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, named(name)).click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private void assertSound(Page page, View view) {
    assertThat(visits().barriers(page)).isEmpty();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(view.language());
  }

  private Installation installation() {
    return Objects.requireNonNull(installation);
  }

  private Visits visits() {
    return Objects.requireNonNull(visits);
  }

  private Institution school() {
    return Objects.requireNonNull(school);
  }

  private Learner learner() {
    return Objects.requireNonNull(learner);
  }
}
