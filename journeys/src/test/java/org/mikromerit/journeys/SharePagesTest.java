package org.mikromerit.journeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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

/** What learners share, and what those see to whom they share it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharePagesTest {
  private static final String FAMILY_NAME = "Kanariefågel";

  private final World world = new World(2_026_11_25L);
  private @Nullable Visits visits;
  private @Nullable Institution school;
  private @Nullable Learner learner;
  private @Nullable String credential;

  @BeforeAll
  void something() {
    Installation installation = Installation.get();
    visits = Visits.to(installation);
    Institution settled =
        Institution.authorised(installation, world.organisation("Vårdskolan i Åmål"));
    Learner holder = Learner.withVerifiedEmail(installation);
    var recipient = holder.recipient(world).put("familyName", FAMILY_NAME);
    String issued = idOf(settled.issued(settled.published(world.definition()), recipient));
    Await.untilAsserted(
        "it is in the portfolio", () -> assertThat(holder.credentials()).containsExactly(issued));
    school = settled;
    learner = holder;
    credential = issued;
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
  void nothingOnTheWayToASharedLinkKeepsAnybodyOut(View view) {
    visits()
        .as(
            view,
            page -> {
              signedIn(page);
              visits().open(page, "/learner/shares/new");
              assertThat(visits().barriers(page)).isEmpty();
              page.locator("main input[type=checkbox]").first().check();
              page.locator("main form button[type=submit]").click();
              assertThat(visits().barriers(page)).isEmpty();
              page.locator("#recipient").fill("Vårdcentralen i Åmål");
              page.locator("button[value=preview]").click();
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "share-form", view);
              page.locator("button[value=make]").click();
              page.waitForURL("**/learner/shares/*");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "share", view);
              String link = link(page);
              visits().open(page, "/learner/shares");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "shares", view);
              page.navigate(link);
              assertThat(page.locator("main").innerText()).contains("Vårdskolan i Åmål");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "shared", view);
              visits().open(page, "/learner/shares/disclosures");
              assertThat(page.locator("main").innerText()).contains("Vårdcentralen i Åmål");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "disclosures", view);
            });
  }

  @Test
  @Tag("CTRL-2")
  @Tag("VER-1")
  void whoGetsTheLinkSeesWhatWasChosenWithAVerdictAndNothingElse() {
    String link = shared(page -> page.locator("input[id$='-NAME']").uncheck());
    visits()
        .as(
            View.desktop("en"),
            page -> {
              page.navigate(link);

              String said = page.content();
              assertThat(page.locator("main").innerText())
                  .contains("Vårdskolan i Åmål", "stands", "The link ends");
              assertThat(said).doesNotContain(FAMILY_NAME);
            });
  }

  @Test
  @Tag("CTRL-2")
  void thePreviewIsWhatTheEmployerSees() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              signedIn(page);
              visits().open(page, "/learner/shares/new?credential=" + credential);
              page.locator("input[id$='-NAME']").uncheck();

              page.locator("button[value=preview]").click();

              assertThat(page.locator("section").innerText())
                  .contains("Vårdskolan i Åmål")
                  .doesNotContain(FAMILY_NAME);
              assertThat(page.locator("input[id$='-NAME']").isChecked()).isFalse();
            });
  }

  @Test
  @Tag("INC-2")
  void whoHasOnlyAKeyboardMakesALink() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
              signedIn(page);
              visits().open(page, "/learner/shares/new");
              page.locator("#main").focus();
              visits().tabTo(page, "input[name=credential]");
              page.keyboard().press("Space");
              visits().tabTo(page, "main form button[type=submit]");
              page.keyboard().press("Enter");
              page.waitForURL("**/learner/shares/new?*credential=*");
              page.locator("#main").focus();
              visits().tabTo(page, "input[id$='-NAME']");
              page.keyboard().press("Space");
              visits().tabTo(page, "#recipient");
              page.keyboard().insertText("Vårdcentralen i Åmål");
              visits().tabTo(page, "button[value=preview]");
              page.keyboard().press("Enter");
              page.waitForSelector("section article");
              assertThat(page.locator("section").innerText()).doesNotContain(FAMILY_NAME);
              page.locator("#main").focus();
              visits().tabTo(page, "button[value=make]");
              page.keyboard().press("Enter");
              page.waitForSelector("#link");
              page.locator("#main").focus();
              visits().tabTo(page, "button[data-copy]");

              page.keyboard().press("Enter");

              page.waitForSelector("button[data-copy] [role=status]:not([hidden])");
              assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(link(page));
            });
  }

  @Test
  @Tag("INC-2")
  void whoHoldsMuchChoosesFromEveryPageWithoutScript() {
    Learner rich = Learner.withVerifiedEmail(Installation.get());
    Institution school = requireNonNull(this.school);
    String definition = school.published(world.definition());
    var recipient = rich.recipient(world);
    for (int each = 0; each < 26; each++) {
      var _ = school.issued(definition, recipient);
    }
    Await.untilAsserted(
        "they are in the portfolio", () -> assertThat(rich.credentials()).hasSize(26));
    visits()
        .as(
            View.phone("sv").withoutScript(),
            page -> {
              visits().signIn(page, rich.email());
              page.waitForURL("**/learner");
              visits().open(page, "/learner/shares/new");
              page.locator("main input[type=checkbox]").first().check();
              page.locator("main button[name=to]").click();
              assertThat(page.locator("main input[type=checkbox]:checked").count()).isEqualTo(1);
              page.locator("main input[type=checkbox]").last().check();
              page.locator("main button[name=to]").click();
              assertThat(page.locator("main input[type=checkbox]:checked").count()).isEqualTo(2);

              page.locator("main form button[type=submit]").first().click();

              assertThat(page.locator("input[type=hidden][name=credential]").count()).isEqualTo(2);
            });
    visits()
        .as(
            View.phone("sv"),
            page -> {
              visits().signIn(page, rich.email());
              page.waitForURL("**/learner");
              String last = rich.credentials().getLast();
              visits().open(page, "/learner/shares/new?to=first&credential=" + last);
              assertThat(page.locator("main fieldset").count()).isEqualTo(2);
              assertThat(visits().barriers(page)).isEmpty();
            });
  }

  @Test
  void whoComesWhileManyLookIsAskedToWait() {
    String link = shared(_ -> {});
    String token = link.substring(link.lastIndexOf('/') + 1);
    for (int each = 0; each < 60; each++) {
      assertThat(
              Installation.get()
                  .registry()
                  .post("/shared")
                  .json("{\"token\":\"" + token + "\"}")
                  .send()
                  .status())
          .isEqualTo(200);
    }
    visits()
        .as(
            View.phone("sv"),
            page -> {
              Response answer = page.navigate(link);

              assertThat(answer.status()).isEqualTo(429);
              assertThat(page.locator("h1").innerText()).isEqualTo("Många tittar just nu");
              assertThat(visits().barriers(page)).isEmpty();
            });
  }

  @Test
  void whoseSessionEndedMeanwhileIsToldThatNothingWasMade() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              signedIn(page);
              visits().open(page, "/learner/shares/new?credential=" + credential);
              page.context().clearCookies();

              page.locator("button[value=make]").click();

              page.waitForURL("**/session-ended");
              assertThat(page.locator("h1").innerText()).isEqualTo("You are no longer signed in");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "session-ended", View.desktop("en"));
            });
  }

  @Test
  @Tag("LRN-9")
  void aLinkThatWasTakenBackShowsNothingAtOnce() {
    visits()
        .as(
            View.phone("sv").withoutScript(),
            page -> {
              signedIn(page);
              String link = made(page, _ -> {});
              page.getByRole(
                      AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta tillbaka länken"))
                  .click();
              assertThat(page.locator("main").innerText()).contains("Tillbakatagen");

              Response answer = page.navigate(link);

              assertThat(answer.status()).isEqualTo(410);
              assertThat(page.locator("h1").innerText()).contains("visas inte längre");
              assertThat(page.locator("main").innerText()).doesNotContain("Vårdskolan");
            });
  }

  @Test
  @Tag("CTRL-2")
  void aPinIsAskedForAndAnotherOneShowsNothing() {
    String link = shared(page -> page.locator("#pin").fill("271828"));
    visits()
        .as(
            View.desktop("en"),
            page -> {
              page.navigate(link);
              assertThat(page.locator("main").innerText()).doesNotContain("Vårdskolan");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "share-pin", View.desktop("en"));
              page.locator("#pin").fill("1111");
              page.locator("main button").click();
              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("That PIN is wrong");

              page.locator("#pin").fill("271828");
              page.locator("main button").click();

              assertThat(page.locator("main").innerText()).contains("Vårdskolan i Åmål");
            });
  }

  @Test
  @Tag("CTRL-2")
  void aLimitedLinkIsOpenedByAPressAndThenNoMore() {
    String link = shared(page -> page.locator("#mostViews").fill("1"));
    visits()
        .as(
            View.desktop("en").withoutScript(),
            page -> {
              page.navigate(link);
              assertThat(page.locator("main").innerText()).doesNotContain("Vårdskolan");
              page.locator("main button").click();
              assertThat(page.locator("main").innerText()).contains("Vårdskolan i Åmål");

              Response again = page.navigate(link);

              assertThat(again.status()).isEqualTo(410);
            });
  }

  @Test
  void whatCannotBeUsedIsSaidAndWhatWasTypedStays() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              signedIn(page);
              visits().open(page, "/learner/shares/new?credential=" + credential);
              page.locator("#recipient").fill("<script>alert(1)</script> שלום");
              page.locator("#pin").fill("12a");

              page.locator("button[value=make]").click();

              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("4 to 12 digits");
              assertThat(page.locator("#recipient").inputValue())
                  .isEqualTo("<script>alert(1)</script> שלום");
              assertThat(visits().barriers(page)).isEmpty();
            });
  }

  @Test
  @Tag("LRN-1")
  void nobodysShareIsShownToAnotherLearner() {
    String path =
        visits()
            .seeing(
                View.desktop("en"),
                page -> {
                  signedIn(page);
                  var _ = made(page, _ -> {});
                  return page.url().substring(visits().portal().length());
                });
    Learner other = Learner.withVerifiedEmail(Installation.get());
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, other.email());
              page.waitForURL("**/learner");

              Response answer = page.navigate(visits().portal() + path);

              assertThat(answer.status()).isEqualTo(404);
            });
  }

  private String shared(Consumer<Page> choosing) {
    return visits()
        .seeing(
            View.desktop("en"),
            page -> {
              signedIn(page);
              return made(page, choosing);
            });
  }

  private String made(Page page, Consumer<Page> choosing) {
    visits().open(page, "/learner/shares/new?credential=" + credential);
    choosing.accept(page);
    page.locator("button[value=make]").click();
    page.waitForURL("**/learner/shares/*");
    return link(page);
  }

  private static String link(Page page) {
    return page.locator("#link").inputValue();
  }

  private void signedIn(Page page) {
    visits().signIn(page, requireNonNull(learner).email());
    page.waitForURL("**/learner");
  }

  private Visits visits() {
    return requireNonNull(visits);
  }
}
