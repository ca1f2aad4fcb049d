package org.mikromerit.platform.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.PlatformException;

/** Speaks to the running services as the operator does, with a token that it renews. */
final class Operator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Of a token, which holds for five minutes where nobody changed that. */
  private static final Duration USED_FOR = Duration.ofMinutes(1);

  private static final String SIGN_IN =
      "grant_type=client_credentials&client_id=operator&client_secret=operator-secret";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String realm;
  private final InstantSource clock;
  private String token = "";
  private Instant renewed = Instant.MIN;

  /**
   * @param realm the identity provider's address of the realm
   */
  Operator(String realm, InstantSource clock) {
    this.realm = realm;
    this.clock = clock;
  }

  /** What a service answered. */
  record Answer(int status, JsonNode body) {}

  /** What is there. */
  JsonNode read(String url) {
    return require(200, url, ask(request(url).GET()));
  }

  /** Asks for something that is then under way. */
  JsonNode begin(String url, String body) {
    return require(202, url, post(url, body));
  }

  /** Asks for something that the service may refuse. */
  Answer post(String url, String body) {
    return ask(
        request(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode require(int status, String url, Answer answer) {
    if (answer.status() != status) {
      throw new PlatformException(
          "%s answered %d: %s"
              .formatted(url, answer.status(), answer.body().path("detail").asText("")));
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token());
  }

  private String token() {
    if (clock.instant().isAfter(renewed.plus(USED_FOR))) {
      String url = realm + "/protocol/openid-connect/token";
      var call =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(SIGN_IN));
      token = require(200, url, ask(call)).path("access_token").asText();
      renewed = clock.instant();
    }
    return token;
  }

  private Answer ask(HttpRequest.Builder call) {
    HttpRequest request = call.build();
    @Nullable String problem;
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), tree(answer.body()));
    } catch (IOException e) {
      problem = e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "interrupted";
    }
    throw new PlatformException(
        "%s did not answer (%s). Does all run? ./mikromerit status"
            .formatted(request.uri(), problem));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text.isBlank() ? "{}" : text);
    } catch (JsonProcessingException e) {
      // A page in front of the service, perhaps; its status says enough.
      return json.createObjectNode();
    }
  }
}
