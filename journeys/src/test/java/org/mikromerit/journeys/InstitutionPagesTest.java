package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.journeys.Browser.View;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** What the people of an institution do in the portal, in a real browser, on running services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstitutionPagesTest {
  private static final String HOSTILE = "<script>alert('åäö')</script> مهارة ";
  private static final View DESKTOP = View.desktop("en");

  private final World world = new World(2_026_11_25L);
  private @Nullable Installation installation;
  private @Nullable Visits visits;
  private @Nullable Institution school;
  private @Nullable Institution partner;
  private String staff = "";
  private String definition = "";
  private String hostile = "";

  @BeforeAll
  void aSchoolWithStaff() {
    installation = Installation.get();
    visits = Visits.to(installation);
    school = Institution.authorised(installation, world.organisation("Folkhögskolan Ängsö"));
    partner = Institution.authorised(installation, world.organisation("Partner"));
    staff = new Realm(installation).newStaff(school().id(), "issuer", "creator");
    definition = school().published(world.definition());
    ObjectNode strange = world.definition();
    strange.putObject("title").put("sv", HOSTILE + "å".repeat(300 - HOSTILE.length()));
    hostile = school().published(strange);
    var _ = school().issued(definition, world.learner());
    var _ = school().issued(hostile, world.learner());
    var _ = school().grants(partner(), definition);
    var _ = partner().grants(school(), partner().published(world.definition()));
    Await.untilAsserted(
        "the register knows the definition",
        () ->
            assertThat(
                    installation()
                        .registry()
                        .get("/definitions/" + hostile + "/versions/1")
                        .send()
                        .status())
                .isEqualTo(200));
  }

  @AfterAll
  void close() {
    if (visits != null) {
      visits.close();
    }
  }

  static Stream<View> everyWay() {
    return Stream.of("sv", "en")
        .flatMap(language -> Stream.of(View.desktop(language), View.phone(language)));
  }

  @ParameterizedTest
  @Tag("INC-2")
  @MethodSource("everyWay")
  void nothingOnAnInstitutionsPagesKeepsAnybodyOut(View view) {
    Reply credential = school().issued(hostile, world.learner());
    String version = "?definition=" + hostile + "&version=1";
    asStaff(
        view,
        page -> {
          for (String path :
              List.of(
                  "institution",
                  "institution/credentials",
                  "institution/credentials/" + idOf(credential),
                  "institution/credentials/" + idOf(credential) + "/correction",
                  "institution/batches",
                  "institution/batches/choose",
                  "institution/batches/new" + version,
                  "institution/rights",
                  "institution/rights/new?definition=" + hostile,
                  "institution/definitions",
                  "institution/definitions/new",
                  "institution/definitions/" + hostile)) {
            visits().open(page, "/" + path);

            assertThat(page.locator("h1").innerText()).as(path).isNotBlank();
            assertThat(visits().barriers(page)).as(path).isEmpty();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(view.language());
            visits().show(page, name(path), view);
          }
        });
  }

  @Test
  void whoWorksForNoInstitutionIsToldThatThePageIsNotForThem() {
    Learner learner = Learner.withVerifiedEmail(installation());
    visits()
        .as(
            DESKTOP,
            page -> {
              visits().signIn(page, learner.email());
              page.waitForURL("**/learner");
              for (String path :
                  List.of("", "/credentials", "/batches", "/rights", "/definitions")) {
                Response answer = page.navigate(visits().portal() + "/institution" + path);

                assertThat(answer.status()).isEqualTo(403);
                assertThat(page.locator("h1").innerText()).isEqualTo("This page is not for you");
              }
            });
  }

  @Test
  @Tag("PRV-12")
  void aCredentialIsSuspendedReinstatedAndRevokedEachWithItsReason() {
    String credential = idOf(school().issued(definition, world.learner()));
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/credentials/" + credential);
          change(page, "Suspend", "It is being looked into");
          assertThat(standing(page)).contains("Suspended");
          assertThat(page.locator("main").innerText()).contains("It is being looked into");

          change(page, "Reinstate", "nothing speaks against it");
          assertThat(standing(page)).contains("Stands");

          change(page, "Revoke", "issued by mistake");
          assertThat(standing(page)).contains("Revoked");
          assertThat(page.locator("main").innerText()).contains("A revocation is final", "Case 14");
          assertThat(page.locator("main form").count()).isZero();
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-credential-revoked", DESKTOP);
        });
    assertThat(school().credential(credential).status()).isEqualTo(200);
  }

  @Test
  @Tag("PRV-12")
  void withoutScriptAndWithoutAMouseACredentialIsRevoked() {
    String credential = idOf(school().issued(definition, world.learner()));
    asStaff(
        View.phone("sv").withoutScript(),
        page -> {
          visits().open(page, "/institution/credentials/" + credential);
          page.locator("summary", new Page.LocatorOptions().setHasText("Återkalla")).focus();
          page.keyboard().press("Enter");
          page.locator("details[open] input").first().waitFor();
          page.keyboard().press("Tab");
          page.keyboard().press("Space");
          page.keyboard().press("Tab");
          page.keyboard().insertText("Ärende 14");
          page.keyboard().press("Tab");
          page.keyboard().press("Enter");

          page.locator("main .status", new Page.LocatorOptions().setHasText("Återkallad"))
              .first()
              .waitFor();
          assertThat(standing(page)).contains("Återkallad");
        });
  }

  @Test
  void whatWasRevokedMeanwhileIsNotRevokedAgainAndThePageSaysSo() {
    String credential = idOf(school().issued(definition, world.learner()));
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/credentials/" + credential);
          assertThat(school().revoke(credential).status()).isEqualTo(200);

          change(page, "Revoke", "issued by mistake");

          assertThat(page.getByRole(AriaRole.ALERT).innerText())
              .contains("That did not work", "final");
          assertThat(visits().barriers(page)).isEmpty();
        });
  }

  @Test
  @Tag("PRV-8")
  void aCorrectionTakesTheOldOnesPlace() {
    String credential = idOf(school().issued(definition, world.learner()));
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/credentials/" + credential);
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct")).click();
          fill(page, "recipient/givenName", "Åsa \"Ö\" <b>");
          press(page, "Issue the corrected one");
          assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("That did not work");
          assertThat(page.locator(id("recipient/familyName-error")).innerText())
              .contains("Fill this in");
          assertThat(value(page, "recipient/givenName")).isEqualTo("Åsa \"Ö\" <b>");
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-correction-refused", DESKTOP);

          fill(page, "recipient/familyName", "Öberg");
          fill(page, "recipient/identifier/value", "asa@example.org");
          fill(page, "evidenceStatement", "Seen by the assessor");
          press(page, "Issue the corrected one");

          assertThat(page.url()).doesNotContain(credential, "correction");
          assertThat(standing(page)).contains("Stands");
          visits().open(page, "/institution/credentials/" + credential);
          assertThat(standing(page)).contains("Revoked");
          assertThat(page.locator("main").innerText()).contains("replaced by another");
        });
  }

  @Test
  void aCredentialIsFoundByItsNumberAndNobodyElses() {
    String credential = idOf(school().issued(definition, world.learner()));
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/credentials");
          page.locator("#number").fill("urn:uuid:" + credential);
          press(page, "Find");
          assertThat(page.url()).endsWith("/institution/credentials/" + credential);

          visits().open(page, "/institution/credentials");
          page.locator("#number").fill(UUID.randomUUID().toString());
          press(page, "Find");
          assertThat(page.locator("#number-error").innerText()).contains("no micro-credential");
          assertThat(visits().barriers(page)).isEmpty();
        });
  }

  @Test
  @Tag("PRV-6")
  void aFileIsTriedInPlaceAndThenIssued() {
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/batches/choose");
          page.locator("main li a").first().click();
          page.locator("#file").setInputFiles(file("learners.csv"));
          press(page, "Try");

          page.waitForSelector("#report >> text=1 of 2 rows can be issued");
          assertThat(page.locator("#report tbody").innerText())
              .contains("3", "awarded_at", "Write a date as 2026-05-20");
          assertThat(page.locator("#report h2").innerText()).contains("Done");
          assertThat(page.locator("#report h2 .status").getAttribute("data-color"))
              .isEqualTo("warning");
          assertThat(page.url()).contains("/institution/batches/new");
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-batch-tried", DESKTOP);

          press(page, "Issue");
          page.waitForSelector("#report >> text=1 of 2 rows were issued");
          visits().open(page, "/institution/batches");
          page.locator("tbody a").first().click();
          assertThat(page.locator("main").innerText()).contains("1 of 2 rows were issued");
          String result =
              page.waitForDownload(() -> page.getByText("Download the result").click())
                  .suggestedFilename();
          assertThat(result).endsWith(".csv");
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-batch-issued", DESKTOP);
        });
  }

  @Test
  @Tag("PRV-6")
  void withoutScriptAFileIsTriedAndFollowed() {
    View view = View.phone("sv").withoutScript();
    asStaff(
        view,
        page -> {
          visits().open(page, "/institution/batches/new?definition=" + definition + "&version=1");
          press(page, "Pröva");
          assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Välj en fil först");
          page.locator("#file").setInputFiles(file("elever.csv"));
          press(page, "Pröva");

          page.waitForURL("**/institution/batches/*-*");
          Await.untilAsserted(
              "it is finished",
              () -> {
                page.reload();
                assertThat(page.locator("#report").innerText())
                    .contains("1 av 2 rader kan utfärdas", "Skriv datumet som 2026-05-20");
              });
          page.getByText("Skicka filen för att utfärda").click();
          assertThat(page.locator("main").innerText()).contains("Version 1");
        });
  }

  @Test
  @Tag("PRV-6")
  void whoHasOnlyAKeyboardChoosesAFileAndIssues() {
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/batches/new?definition=" + definition + "&version=1");
          // The browser's own dialog opens unless somebody listens before the key is pressed.
          page.onFileChooser(chosen -> {});
          visits().tabTo(page, page.locator("#file"));
          page.waitForFileChooser(() -> page.keyboard().press("Enter"))
              .setFiles(file("learners.csv"));
          visits().tabTo(page, button(page, "Try"));
          page.keyboard().press("Enter");
          page.waitForSelector("#report >> text=1 of 2 rows can be issued");

          visits().tabTo(page, button(page, "Issue"));
          page.keyboard().press("Enter");

          page.waitForSelector("#report >> text=1 of 2 rows were issued");
        });
  }

  @Test
  void aFileThatIsNoneIsRefusedInWords() {
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/batches/new?definition=" + definition + "&version=1");
          page.locator("#file")
              .setInputFiles(new FilePayload("x.xlsx", "application/x", new byte[] {1, 2, 3, 4}));
          press(page, "Try");

          page.waitForSelector("#report [role=alert]");
          assertThat(page.locator("#report").innerText()).contains("That did not work");
        });
  }

  @Test
  @Tag("PRV-5")
  void aRightIsGrantedAndWithdrawnWithAReason() {
    Institution other =
        Institution.authorised(installation(), world.organisation("Zzz Studieförbundet"));
    String own = school().published(world.definition());
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/rights/new?definition=" + own);
          press(page, "Grant the right");
          assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Choose an organisation");
          choose(page, other);
          press(page, "Grant the right");
          page.waitForURL("**/institution/rights");
          assertThat(page.locator("main").innerText()).contains(other.name(), "In force");
        });
    assertThat(other.issue(own, world.learner(), UUID.randomUUID().toString()).status())
        .isEqualTo(201);
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/rights");
          page.locator("tr", new Page.LocatorOptions().setHasText(other.name()))
              .locator("a")
              .first()
              .click();
          press(page, "Withdraw the right");
          assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("That did not work");
          fill(page, "reason", "No assessors with training");
          press(page, "Withdraw the right");
          assertThat(page.locator("main").innerText())
              .contains("Withdrawn", "No assessors with training");
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-right-withdrawn", DESKTOP);
        });
    assertThat(other.issue(own, world.learner(), UUID.randomUUID().toString()).status())
        .isEqualTo(403);
  }

  @Test
  @Tag("PRV-5")
  void theTermsOfARightAreChanged() {
    Institution other =
        Institution.authorised(installation(), world.organisation("Zzz Folkhögskolan"));
    String own = school().published(world.definition());
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/rights/new?definition=" + own);
          choose(page, other);
          press(page, "Grant the right");
          page.waitForURL("**/institution/rights");
          page.locator("tr", new Page.LocatorOptions().setHasText(other.name()))
              .locator("a")
              .first()
              .click();
          page.locator("#newest").check();
          fill(page, "validUntil", "2098-06-30");
          press(page, "Change");

          assertThat(page.locator("main").innerText()).contains("In force", "June 30, 2098");
          assertThat(value(page, "validUntil")).isEqualTo("2098-06-30");
          assertThat(page.locator("#newest").isChecked()).isTrue();
          fill(page, "validUntil", "2020-01-01");
          press(page, "Change");
          assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("That did not work");
          assertThat(visits().barriers(page)).isEmpty();
        });
  }

  @Test
  @Tag("PRV-3")
  @Tag("PRV-9")
  void aDefinitionIsWrittenWithItsChecklistBesideItAndPublished() {
    asStaff(
        DESKTOP,
        page -> {
          visits().open(page, "/institution/definitions/new");
          assertThat(page.locator("#check").innerText()).contains("Not yet", "Choose a kind");
          write(page);
          page.waitForSelector("#check >> text=Write the criterion");
          assertThat(visits().barriers(page)).isEmpty();
          visits().show(page, "institution-definition-checked", DESKTOP);

          fill(page, "outcomes/0/criterion/sv", "Tvättar händerna utan fel");
          page.waitForSelector("#check >> text=Yes, everything needed is there");
          press(page, "Save and publish");

          page.waitForURL("**/institution/definitions/*note=published");
          assertThat(page.locator("main").innerText()).contains("Published.", "Version 1");
        });
  }

  @Test
  void withoutScriptOutcomesAreAddedRemovedAndCheckedAndNothingIsLost() {
    asStaff(
        View.phone("sv").withoutScript(),
        page -> {
          visits().open(page, "/institution/definitions/new");
          fill(page, "title/sv", HOSTILE);
          fill(page, "outcomes/0/text/sv", "Ett");
          press(page, "Lägg till ett lärandemål");
          fill(page, "outcomes/1/text/sv", "Två");
          press(page, "Ta bort lärandemål 1");
          assertThat(value(page, "outcomes/0/text/sv")).isEqualTo("Två");
          fill(page, "country", "Sverige");
          press(page, "Kontrollera");
          assertThat(value(page, "title/sv")).isEqualTo(HOSTILE);
          assertThat(page.locator("#check").innerText()).contains("Något går inte att läsa");
          fill(page, "country", "SE");
          press(page, "Kontrollera");
          assertThat(page.locator("#check").innerText()).contains("Kvar att göra");
          fill(page, "workload/hours", "många");
          press(page, "Spara utkastet");
          assertThat(page.locator("main").innerText()).contains("Utkastet är inte sparat");
          assertThat(value(page, "workload/hours")).isEqualTo("många");
          fill(page, "workload/hours", "7,5");
          press(page, "Spara utkastet");

          page.waitForURL("**note=saved");
          assertThat(page.locator("main").innerText()).contains("Utkastet är sparat");
          assertThat(value(page, "workload/hours")).isEqualTo("7.5");
          assertThat(value(page, "title/sv")).isEqualTo(HOSTILE.strip());
        });
  }

  /** All but a criterion. */
  private static void write(Page page) {
    for (String choice :
        List.of(
            "kind-MICRO_CREDENTIAL",
            "certificationLevel-DEMONSTRATED",
            "participation/mode-blended",
            "participation/setting-non-formal",
            "assessment/types-practical",
            "assessment/supervision-supervised-onsite-identity-check",
            "qualityAssurance/type-self-asserted")) {
      page.locator(id(choice)).check();
    }
    fill(page, "title/sv", "Hygien på Ängsö");
    fill(page, "outcomes/0/text/sv", "Tillämpar basala hygienrutiner");
    fill(page, "workload/hours", "40");
    page.locator("#framework").selectOption("SeQF");
    page.locator("#level").selectOption("4");
    fill(page, "assessment/assessorRole", "Handledare");
    page.locator(id("benefits/0/type")).selectOption("job-task");
    fill(page, "benefits/0/text", "Får delta i grundläggande vård");
  }

  private FilePayload file(String name) {
    return new FilePayload(
        name,
        "text/csv",
        """
        given_name;family_name;identifier_type;identifier;awarded_at;external_reference;evidence_statement
        Åsa;Öberg;email;%s@example.org;2026-05-20;VT26-1;Seen
        Ægir;Łuk;email;%s@example.org;yesterday;VT26-2;Seen
        """
            .formatted(UUID.randomUUID(), UUID.randomUUID())
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void choose(Page page, Institution other) {
    fill(page, "q", other.name());
    press(page, "Search");
    page.locator(id("holder-" + other.id())).check();
  }

  private static void change(Page page, String what, String reason) {
    page.locator("summary", new Page.LocatorOptions().setHasText(what)).click();
    var form = page.locator("details[open] form");
    form.getByText(reason).click();
    form.locator("textarea").fill("Case 14");
    form.locator("button").click();
    page.waitForLoadState();
  }

  private static String standing(Page page) {
    return page.locator("main .status").first().innerText();
  }

  private static void fill(Page page, String name, String value) {
    page.locator(id(name)).fill(value);
  }

  private static String value(Page page, String name) {
    return page.locator(id(name)).inputValue();
  }

  private static String id(String id) {
    return "[id='" + id + "']";
  }

  private static void press(Page page, String button) {
    button(page, button).click();
    page.waitForLoadState();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private void asStaff(View view, Consumer<Page> doing) {
    visits()
        .as(
            view,
            page -> {
              visits().signIn(page, staff);
              page.waitForURL("**/institution");
              doing.accept(page);
            });
  }

  private static String name(String path) {
    return path.replaceAll("\\?.*", "")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "one")
        .replace('/', '-');
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

  private Institution partner() {
    return Objects.requireNonNull(partner);
  }
}
