package org.mikromerit.portal.verify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.portal.Away;

@QuarkusTest
@QuarkusTestResource(Away.class)
class VerifyPagesTest {

  @ParameterizedTest
  @Tag("VER-1")
  @CsvSource({
    "'', Paste a credential or choose a file first",
    "'   ', Paste a credential or choose a file first",
    "hello, This is not recognised as a credential",
    "a.b, This is not recognised as a credential",
    "https://elsewhere.example/badge.json, We fetch nothing from addresses on the net",
    "'[1]', This is not recognised as a credential",
    "urn:uuid:0190a000-0000-7000-8000-00000000c0d, This is not recognised as a credential",
    "<svg/onload=alert(1)>, This is not recognised as a credential"
  })
  void whatIsNoCredentialIsAnsweredInWords(String given, String words) {
    Response page = asked(given);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains(words).doesNotContain("<svg/onload");
  }

  @ParameterizedTest
  @Tag("VER-2")
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        "eyJhbGciOiJub25lIn0.e30.c2ln",
        "eyJhbGciOiJub25lIn0.e30.c2ln~WyJhIl0~",
        "0190A000-0000-7000-8000-00000000c0de",
        "urn:uuid:0190a000-0000-7000-8000-00000000c0de"
      })
  void whereTheVerifierIsAwayNothingIsPassedAndNothingFailed(String given) {
    Response page = asked(given);

    assertThat(page.asString())
        .contains("Verifying is out of reach right now")
        .doesNotContain("The credential stands", "does not stand");
  }

  @Test
  void whatWasPastedIsStillThereAndHarmless() {
    Response page = asked("</textarea><script>alert('åäö')</script>");

    assertThat(page.asString())
        .contains("&lt;/textarea&gt;&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void aWholeCredentialCanBePasted() {
    Response page = asked("{\"a\": \"" + "å".repeat(120_000) + "\"}");

    assertThat(page.asString()).contains("Verifying is out of reach right now");
  }

  @Test
  @Tag("VER-1")
  void whatIsLargerThanAnyCredentialIsSaidToBe() {
    Response page = asked("x".repeat(400_000));

    assertThat(page.asString())
        .contains("This is larger than any credential is")
        .doesNotContain("xxxxxxxxxx");
  }

  @Test
  void whatIsTooLargeIsRefusedInWords() {
    Response page = asked("x".repeat(2_000_000));

    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.asString()).contains("At most 1 MB");
  }

  private static Response asked(String text) {
    return given()
        .header("Accept-Language", "en")
        .header("Sec-Fetch-Site", "same-origin")
        .multiPart("text", text)
        .post("/verify");
  }
}
