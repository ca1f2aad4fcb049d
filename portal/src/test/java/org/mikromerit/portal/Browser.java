package org.mikromerit.portal;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a browser does step by step when somebody signs in. */
public final class Browser {
  private Browser() {}

  /** A request whose redirection is looked at, not followed. */
  public static RequestSpecification asked() {
    return given().redirects().follow(false);
  }

  /** From the page that was asked for to the identity provider and back. */
  public static Response signedIn(String path) {
    Response asked = asked().get(path);
    return asked()
        .cookies(asked.detailedCookies())
        .queryParam("code", "one")
        .queryParam("state", parameters(asked).get("state"))
        .get(path);
  }

  /** What a redirection's address says. */
  public static Map<String, String> parameters(Response redirect) {
    Map<String, String> all = new TreeMap<>();
    for (String each : URI.create(redirect.header("Location")).getRawQuery().split("&", -1)) {
      String[] parts = each.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }
}
