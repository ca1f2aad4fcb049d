package org.mikromerit.portal.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.Away;

@QuarkusTest
@QuarkusTestResource(Away.class)
class EveryPageTest {
  private static final Pattern OWN = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
  private static final int MOST_BYTES = 100_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/register",
        "/register/providers",
        "/pathways",
        "/api",
        "/accessibility",
        "/components",
        "/nowhere",
        "/learner",
        "/institution",
        "/learner/claim",
        "/learner/import",
        "/learner/pathways",
        "/authority",
        "/operations"
      })
  void nothingRunsOrLoadsThatIsNotThisSitesOwn(String path) {
    Response page = given().redirects().follow(false).get(path);

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.asString())
        .doesNotContainPattern("<script(?![^>]* src=\"/assets/)")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:")
        .doesNotContainPattern("(?:src|action)=\"(?!/)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/register", "/pathways", "/components", "/api"})
  void aPageAndAllThatItBringsIsUnderAHundredKilobytes(String path) {
    String page = given().get(path).asString();

    int bytes = compressed(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Matcher asset = OWN.matcher(page);
    while (asset.find()) {
      if (!asset.group(1).endsWith(".svg")) {
        bytes += compressed(given().get(asset.group(1)).asByteArray());
      }
    }
    assertThat(bytes).isBetween(10_000, MOST_BYTES);
  }

  @ParameterizedTest
  @CsvSource({"sv, Det här går inte att använda", "en, This cannot be used"})
  void aRefusalIsToldInItsReadersLanguageBesideItsFieldAndInFull(String language, String words) {
    String page =
        given()
            .header("Accept-Language", language)
            .get("/components")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(page.split(words, -1)).hasSize(4);
    assertThat(page).contains("id=\"bad-error\"", "an address has an @");
  }

  @Test
  void whatABrowserMayKeepForEverIsNamedAfterItsContent() {
    Matcher asset = OWN.matcher(given().get("/").asString());
    assertThat(asset.find()).isTrue();

    Response answer = given().get(asset.group(1));

    assertThat(answer.header("Cache-Control")).contains("immutable");
  }

  @ParameterizedTest
  @CsvSource({
    ", sv",
    "en, en",
    "en-GB;q=0.5, en",
    "'sv,en', sv",
    "'de, en;q=0.2', en",
    "de, sv",
    "xx-, sv"
  })
  @Tag("INC-2")
  void aPageSpeaksWhatTheBrowserAsksFor(String wanted, String spoken) {
    var request = wanted == null ? given() : given().header("Accept-Language", wanted);

    Response page = request.get("/");

    assertThat(page.asString()).contains("<html lang=\"" + spoken + "\">");
  }

  @Test
  @Tag("INC-2")
  void theLanguageThatWasChosenStays() {
    Response chosen = given().redirects().follow(false).get("/register?after=x&language=en");

    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.header("Location")).endsWith("/register?after=x");
    assertThat(
            given().cookies(chosen.cookies()).header("Accept-Language", "sv").get("/").asString())
        .contains("<html lang=\"en\">");
  }

  @Test
  @Tag("INC-2")
  void whoChangesTheLanguageKeepsWhatTheyLookFor() {
    String page =
        given()
            .header("Accept-Language", "sv")
            .urlEncodingEnabled(false)
            .get("/register/providers?q=%C3%85m%C3%A5l&state=APPLIED&language=xx")
            .asString();

    assertThat(page)
        .contains("href=\"?q=%C3%85m%C3%A5l&amp;state=APPLIED&amp;language=en\"")
        .contains("value=\"Åmål\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "%3Cscript%3E", "en_SE%0d%0aSet-Cookie:a=b"})
  void aLanguageThatIsNoneChangesNothing(String language) {
    Response page = given().redirects().follow(false).get("/?language=" + language);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Set-Cookie")).isNull();
  }

  @Test
  void whatIsNotThereIsSaidInWords() {
    Response page = given().header("Accept-Language", "en").get("/register/definitions/x/1");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString()).contains("There is no such page").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({"/register", "/register/providers", "/pathways", "/api"})
  void aServiceThatIsAwayTakesOnlyItsPartOfThePage(String path) {
    Response page = given().header("Accept-Language", "en").get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("This part is out of reach right now", "<h1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/learner",
        "/learner/export",
        "/sign-in",
        "/institution",
        "/institution/credentials",
        "/institution/credentials/find?number=x",
        "/institution/credentials/0190a000-0000-7000-8000-00000000c0de",
        "/institution/credentials/0190a000-0000-7000-8000-00000000c0de/document",
        "/institution/credentials/0190a000-0000-7000-8000-00000000c0de/correction",
        "/institution/batches",
        "/institution/batches/choose",
        "/institution/batches/new",
        "/institution/batches/0190a000-0000-7000-8000-00000000ba7c/result",
        "/institution/rights",
        "/institution/rights/new",
        "/institution/definitions",
        "/institution/definitions/new",
        "/learner/claim",
        "/learner/import",
        "/learner/pathways",
        "/authority",
        "/authority/organisations",
        "/operations"
      })
  void whoCannotSignInIsToldSoAndSeesNothing(String path) {
    Response page = given().header("Accept-Language", "en").redirects().follow(false).get(path);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.asString()).contains("out of our reach");
  }

  private static int compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
