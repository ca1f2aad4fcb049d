package org.mikromerit.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.portal.Browser.asked;
import static org.mikromerit.portal.Browser.parameters;
import static org.mikromerit.portal.Browser.signedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.Neighbours;
import org.mikromerit.portal.Published;

/** The proxy before the portal ends TLS, and asks under a name that the world does not know. */
@QuarkusTest
@TestProfile(Published.class)
class BehindProxyTest {
  private static final String HERE = Published.HERE;

  @Test
  void whoSignsInComesBackToTheNameThatTheWorldKnows() {
    Response asked = asked().get("/learner");

    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(parameters(asked).get("redirect_uri")).isEqualTo(HERE + "/learner");
  }

  @Test
  void theCodeIsRedeemedForTheSameAddressAndLeadsThere() {
    Response signedIn = signedIn("/sign-in");

    assertThat(Neighbours.SENT_BACK_TO.get()).isEqualTo(HERE + "/sign-in");
    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(signedIn.header("Location")).isEqualTo(HERE + "/sign-in");
  }

  @Test
  void everyCookieGoesOverTlsAlone() {
    List<Cookie> cookies = new ArrayList<>(asked().get("/learner").detailedCookies().asList());
    cookies.addAll(signedIn("/sign-in").detailedCookies().asList());
    cookies.addAll(asked().get("/?language=en").detailedCookies().asList());

    assertThat(cookies)
        .extracting(Cookie::getName)
        .anyMatch(name -> name.startsWith("q_auth"))
        .anyMatch(name -> name.startsWith("q_session"))
        .contains("language");
    // What is taken back holds nothing.
    assertThat(cookies)
        .filteredOn(cookie -> !cookie.getValue().isEmpty())
        .allMatch(Cookie::isSecured)
        .allMatch(Cookie::isHttpOnly);
  }

  @Test
  void whoIsSentOnFindsThePageInTheWorld() {
    Cookies session = signedIn("/sign-in").detailedCookies();

    assertThat(asked().cookies(session).get("/sign-in").header("Location"))
        .isEqualTo(HERE + "/learner");
    assertThat(asked().get("/signed-out").header("Location")).isEqualTo(HERE + "/");
    assertThat(
            asked()
                .urlEncodingEnabled(false)
                .get("/register?q=%C3%A5&language=en")
                .header("Location"))
        .isEqualTo(HERE + "/register?q=%C3%A5");
  }

  @Test
  void noAddressSendsAnybodyElsewhere() {
    Response answer = asked().urlEncodingEnabled(false).get("//evil.example/?language=en");

    assertThat(answer.header("Location")).isEqualTo(HERE + "/evil.example/");
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.example",
    "X-Forwarded-Host, evil.example",
    "X-Forwarded-Proto, http",
    "Forwarded, host=evil.example;proto=http"
  })
  void whatHeadersSayOfTheNameCountsForNothing(String header, String value) {
    Response asked = asked().header(header, value).get("/learner");
    Response sentOn = asked().header(header, value).get("/signed-out");

    assertThat(parameters(asked).get("redirect_uri")).isEqualTo(HERE + "/learner");
    assertThat(sentOn.header("Location")).isEqualTo(HERE + "/");
  }

  @Test
  void whoSignsOutComesBackToTheNameThatTheWorldKnows() {
    Cookies session = signedIn("/sign-in").detailedCookies();

    Response out = asked().cookies(session).get("/sign-out");

    assertThat(parameters(out).get("post_logout_redirect_uri")).isEqualTo(HERE + "/signed-out");
  }

  @Test
  void aSharesLinkIsOneThatTheWorldCanFollow() {
    Cookies session = signedIn("/sign-in").detailedCookies();

    String page = asked().cookies(session).get("/learner/shares/" + Neighbours.SHARE).asString();

    String link = HERE + "/s/" + Neighbours.TOKEN;
    assertThat(page)
        .contains("value=\"" + link + "\"")
        .contains("certUrl=" + link.replace(":", "%3A").replace("/", "%2F"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://mikromerit.example/s/", "https://MIKROMERIT.example/s/"})
  void anOwnLinkThatIsPastedIsShown(String start) {
    Response answer = verified(start + Neighbours.TOKEN);

    assertThat(answer.header("Location")).isEqualTo(HERE + "/s/" + Neighbours.TOKEN);
  }

  @Test
  void theProxysNameForThePortalIsNotOneOfItsLinks() {
    Response answer =
        verified("http://localhost:" + io.restassured.RestAssured.port + "/s/" + Neighbours.TOKEN);

    assertThat(answer.header("Location")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"https://mikromerit.example, 200", "https://evil.example, 403"})
  void aFormFromThePublicAddressIsFromHere(String origin, int status) {
    assertThat(asked().header("Origin", origin).multiPart("text", "").post("/verify").statusCode())
        .isEqualTo(status);
  }

  private static Response verified(String text) {
    return asked().header("Sec-Fetch-Site", "same-origin").multiPart("text", text).post("/verify");
  }
}
