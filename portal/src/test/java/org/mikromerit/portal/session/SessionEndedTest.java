package org.mikromerit.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.portal.Browser.asked;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.Published;

/** A form that is sent once nobody is signed in any more is not lost without a word. */
@QuarkusTest
@TestProfile(Published.class)
class SessionEndedTest {

  @ParameterizedTest
  @ValueSource(strings = {"/learner/shares", "/institution/rights", "/learner/claim"})
  void whoSendsAFormIsToldThatTheyAreNotSignedIn(String form) {
    Response sent = fromHere().formParam("any", "thing").post(form);

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.header("Location")).endsWith("/session-ended").doesNotContain("thing");
  }

  @Test
  void aPartOfAPageIsNotSwappedForThat() {
    Response sent =
        fromHere().header("HX-Request", "true").formParam("any", "thing").post("/learner/claim");

    assertThat(sent.statusCode()).isEqualTo(204);
    assertThat(sent.header("HX-Redirect")).isEqualTo("/session-ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void thePageSaysWhatToDo(String language) {
    Response page = asked().cookie("language", language).get("/session-ended");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.asString())
        .contains(language.equals("sv") ? "inte längre inloggad" : "no longer signed in")
        .contains("href=\"/sign-in\"");
  }

  @Test
  void whoAsksForAPageStillSignsIn() {
    assertThat(asked().get("/learner").header("Location")).contains("response_type=code");
  }

  private static RequestSpecification fromHere() {
    return asked().header("Sec-Fetch-Site", "same-origin");
  }
}
