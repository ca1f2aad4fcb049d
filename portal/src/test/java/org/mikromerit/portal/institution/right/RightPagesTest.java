package org.mikromerit.portal.institution.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.portal.Browser.asked;
import static org.mikromerit.portal.Browser.signedIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.Neighbours;
import org.mikromerit.portal.Published;

@QuarkusTest
@TestProfile(Published.class)
class RightPagesTest {
  private static final String PAGE =
      "/institution/rights/" + Neighbours.DEFINITION + "/" + Neighbours.RIGHT;

  @Test
  void theFormShowsTheTermsAsTheyAre() {
    String page = asked().cookies(session()).get(PAGE).asString();

    assertThat(page)
        .containsPattern("value=\"1,2\" checked")
        .containsPattern("name=\"validUntil\" type=\"date\" value=\"2098-06-30\"");
  }

  @Test
  void anEndThatNobodyMovedStaysWhereItIs() throws IOException {
    Response answer = changed("1,2", "2098-06-30");

    assertThat(answer.header("Location")).isEqualTo(Published.HERE + PAGE);
    assertThat(terms().path("validUntil").asText()).isEqualTo(Neighbours.UNTIL);
    assertThat(terms().path("versions")).hasSize(2);
  }

  @Test
  void anotherLastDayIsWhollyIn() throws IOException {
    changed("3", "2098-07-01");

    assertThat(terms().path("validUntil").asText()).isEqualTo("2098-07-01T22:00:00Z");
    assertThat(terms().path("versions").path(0).asInt()).isEqualTo(3);
  }

  @Test
  void withoutALastDayItHasNoEnd() throws IOException {
    changed("", "");

    assertThat(terms().has("validUntil")).isFalse();
    assertThat(terms().path("versions").isArray()).isTrue();
    assertThat(terms().path("versions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1,,2", "all", "1,2,", "-1", "1234567890", "1 , 2"})
  void whatIsNoListOfVersionsIsNotTakenForAll(String versions) {
    Neighbours.TERMS.set("");

    Response answer = changed(versions, "2098-07-01");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Neighbours.TERMS.get()).isEmpty();
  }

  @Test
  void whoMayIssueIsLookedForByName() {
    String page =
        asked()
            .cookies(session())
            .queryParam("definition", Neighbours.DEFINITION)
            .queryParam("q", "Åmål <b>")
            .get("/institution/rights/new")
            .asString();

    assertThat(Neighbours.LOOKED_FOR.get()).contains("q=%C3%85m%C3%A5l");
    assertThat(page)
        .contains("value=\"Åmål &lt;b&gt;\"")
        .contains("name=\"definition\" value=\"" + Neighbours.DEFINITION + "\"");
  }

  private static Response changed(String versions, String until) {
    return asked()
        .cookies(session())
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("versions", versions)
        .formParam("validUntil", until)
        .post(PAGE + "/terms");
  }

  private static JsonNode terms() throws IOException {
    return new ObjectMapper().readTree(Neighbours.TERMS.get());
  }

  private static Cookies session() {
    return signedIn("/sign-in").detailedCookies();
  }
}
