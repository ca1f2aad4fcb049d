package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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

/** The portal as people use it: in a real browser, on the running services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private final World world = new World(2_026_11_24L);
  private @Nullable Installation installation;
  private @Nullable Visits visits;
  private @Nullable Learner learner;
  private @Nullable Reply issued;

  @BeforeAll
  void something() {
    installation = Installation.get();
    visits = Visits.to(installation);
    Institution school =
        Institution.authorised(installation, world.organisation("Vårdskolan i Åmål"));
    Learner holder = Learner.withVerifiedEmail(installation);
    issued = school.issued(school.published(world.definition()), holder.recipient(world));
    learner = holder;
    Await.untilAsserted(
        "it is in the portfolio",
        () -> assertThat(holder.credentials()).containsExactly(idOf(issued())));
  }

  @AfterAll
  void close() {
    if (visits != null) {
      visits.close();
    }
  }

  static Stream<Arguments> everyPageInEveryWay() {
    return Stream.of(
            "",
            "register",
            "register/providers",
            "pathways",
            "api",
            "accessibility",
            "components",
            "nowhere")
        .flatMap(
            page ->
                Stream.of("sv", "en")
                    .flatMap(
                        language ->
                            Stream.of(
                                Arguments.of(page, View.desktop(language)),
                                Arguments.of(page, View.phone(language)))));
  }

  @ParameterizedTest
  @Tag("INC-2")
  @MethodSource("everyPageInEveryWay")
  void nothingOnAPublicPageKeepsAnybodyOut(String path, View view) {
    visits()
        .as(
            view,
            page -> {
              visits().open(page, "/" + path);

              assertThat(visits().barriers(page)).isEmpty();
              assertThat(page.locator("html").getAttribute("lang")).isEqualTo(view.language());
              visits().show(page, path.isEmpty() ? "home" : path.replace('/', '-'), view);
            });
  }

  @Test
  @Tag("VER-1")
  @Tag("QA-3")
  void whoPastesACredentialReadsWhatWasChecked() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              verify(page, issued().body());

              Await.untilAsserted(
                  "everything is known", () -> again(page, issued().body(), "stands"));
              assertThat(page.locator("main").innerText())
                  .contains("How was this checked?", "What we checked");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "verdict", View.desktop("en"));
            });
  }

  @Test
  @Tag("VER-2")
  void whatWasTamperedWithFailsAndShowsNothingOfWhatItSays() {
    String tampered =
        issued().body().replaceFirst("\"name\":\"[^\"]+\"", "\"name\":\"Somebody else\"");
    visits()
        .as(
            View.phone("sv"),
            page -> {
              verify(page, tampered);

              assertThat(page.locator("h1").innerText()).contains("gäller inte");
              assertThat(page.locator("main").innerText()).doesNotContain("Somebody else");
              assertThat(visits().barriers(page)).isEmpty();
            });
  }

  @Test
  void withoutScriptEverythingPublicWorks() {
    visits()
        .as(
            View.phone("sv").withoutScript(),
            page -> {
              verify(page, issued().body());
              assertThat(page.locator("h1").innerText()).contains("Meriten");
              visits().open(page, "/register/providers");
              assertThat(page.locator("main").innerText()).contains("Får utfärda");
              page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
              assertThat(page.locator("h1").innerText()).isEqualTo("The register");
            });
  }

  @Test
  @Tag("INC-2")
  void whoHasOnlyAKeyboardVerifies() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().open(page, "/");
              page.keyboard().press("Tab");
              assertThat(focused(page)).isEqualTo("Skip to content");
              page.keyboard().press("Enter");
              page.keyboard().press("Tab");
              page.keyboard().insertText("no credential");
              for (int presses = 0; presses < 6 && !focused(page).equals("Verify"); presses++) {
                page.keyboard().press("Tab");
              }
              page.keyboard().press("Enter");

              page.waitForURL("**/verify");
              assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("not recognised");
            });
  }

  @Test
  @Tag("LRN-1")
  void aLearnerSignsInAndFindsTheirs() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, learner().email());

              page.waitForURL("**/learner");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "learner", View.desktop("en"));
              page.locator("tbody a").first().click();
              assertThat(page.locator("main").innerText()).contains("Vårdskolan i Åmål", "Stands");
              assertThat(visits().barriers(page)).isEmpty();
              visits().show(page, "learner-credential", View.desktop("en"));
              assertThat(theSession(page)).allMatch(cookie -> cookie.contains("httpOnly=true"));
            });
  }

  @Test
  @Tag("LRN-1")
  void nobodysCredentialIsShownToAnotherLearner() {
    Learner other = Learner.withVerifiedEmail(installation());
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, other.email());
              page.waitForURL("**/learner");

              Response answer =
                  page.navigate(visits().portal() + "/learner/credentials/" + idOf(issued()));

              assertThat(answer.status()).isEqualTo(404);
              assertThat(page.locator("main").innerText()).doesNotContain("Vårdskolan");
            });
  }

  @Test
  void whoSignsOutIsNobody() {
    visits()
        .as(
            View.desktop("en"),
            page -> {
              visits().signIn(page, learner().email());
              page.waitForURL("**/learner");
              page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                  .click();
              page.waitForURL(visits().portal() + "/");

              page.navigate(visits().portal() + "/learner");

              assertThat(page.url()).startsWith(installation().stack().keycloak().realmUrl());
            });
  }

  private void verify(Page page, String document) {
    visits().open(page, "/");
    page.locator("#text").fill(document);
    page.locator("main form button[type=submit]").click();
    page.waitForURL("**/verify");
  }

  private void again(Page page, String document, String word) {
    verify(page, document);
    assertThat(page.locator("h1").innerText()).contains(word).doesNotContain("not");
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.innerText"));
  }

  private static List<String> theSession(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.startsWith("q_"))
        .map(cookie -> "httpOnly=" + cookie.httpOnly)
        .toList();
  }

  private Installation installation() {
    return java.util.Objects.requireNonNull(installation);
  }

  private Visits visits() {
    return java.util.Objects.requireNonNull(visits);
  }

  private Learner learner() {
    return java.util.Objects.requireNonNull(learner);
  }

  private Reply issued() {
    return java.util.Objects.requireNonNull(issued);
  }
}
