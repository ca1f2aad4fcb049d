package org.mikromerit.portal.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.portal.Away;

@QuarkusTest
@QuarkusTestResource(Away.class)
class SameOriginTest {

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Sec-Fetch-Site, ''",
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Origin, ''",
    "Origin, http://localhost:1",
    "Origin, 'http://[broken'",
    "Referer, http://localhost/",
    "X-Anything, at all"
  })
  void aFormThatDoesNotComeFromHereIsRefused(String header, String value) {
    Response answer = form().header(header, value).post("/verify");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains("Formuläret kom inte härifrån");
  }

  @Test
  void whatTheBrowserSaysOfTheSiteCountsMoreThanTheOrigin() {
    Response answer =
        form()
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", "http://localhost:" + RestAssured.port)
            .post("/verify");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aFormFromHereIsTaken() {
    assertThat(form().header("Sec-Fetch-Site", "same-origin").post("/verify").statusCode())
        .isEqualTo(200);
    assertThat(
            form()
                .header("Origin", "http://localhost:" + RestAssured.port)
                .post("/verify")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFormThatDoesNotSayItsLengthIsNotWaitedFor() throws IOException, InterruptedException {
    try (var browserless = HttpClient.newHttpClient()) {
      int status =
          browserless
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + RestAssured.port + "/verify"))
                      .header("Sec-Fetch-Site", "same-origin")
                      .header("Content-Type", "multipart/form-data; boundary=x")
                      .POST(BodyPublishers.ofInputStream(InputStream::nullInputStream))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();

      assertThat(status).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/institution/definitions",
    "/institution/rights",
    "/institution/rights/0190a000-0000-7000-8000-00000000c0de/0190a000-0000-7000-8000-000000000001/terms",
    "/institution/credentials/0190a000-0000-7000-8000-00000000c0de/revocation"
  })
  void nobodyChangesAnythingForAnInstitutionUnlessSignedIn(String path) {
    Response answer =
        given()
            .header("Sec-Fetch-Site", "same-origin")
            .redirects()
            .follow(false)
            .formParam("act", "save")
            .post(path);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/session-ended");
  }

  @Test
  void nobodySendsAFileForAnInstitutionUnlessSignedIn() {
    Response answer =
        form()
            .header("Sec-Fetch-Site", "same-origin")
            .redirects()
            .follow(false)
            .post("/institution/batches");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/session-ended");
  }

  private static RequestSpecification form() {
    return given().multiPart("text", "");
  }
}
