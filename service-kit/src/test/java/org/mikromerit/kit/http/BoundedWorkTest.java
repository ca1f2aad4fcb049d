package org.mikromerit.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {
  private final Vertx vertx = Vertx.vertx();
  private final LinkedBlockingQueue<RoutingContext> underWay = new LinkedBlockingQueue<>();
  private int port = serve(1);

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  @Tag("R10")
  void whoComesWhileAllPlacesAreTakenIsToldWhenToComeAgain() throws Exception {
    CompletableFuture<HttpResponse<String>> first = ask("/credentials");
    RoutingContext held = underWay.poll(60, TimeUnit.SECONDS);

    HttpResponse<String> second = ask("/credentials").join();

    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After")).contains("1");
    assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(second.body()).contains("overloaded");
    assertThat(ask("/q/health").join().statusCode()).isEqualTo(200);
    end(held);
    assertThat(first.join().statusCode()).isEqualTo(200);
  }

  @Test
  void aPlaceIsFreeAgainOnceItsRequestIsAnswered() throws Exception {
    for (int times = 0; times < 3; times++) {
      CompletableFuture<HttpResponse<String>> one = ask("/credentials");
      end(underWay.poll(60, TimeUnit.SECONDS));
      assertThat(one.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPlaceIsFreeAgainOnceWhoAskedHasGone() throws Exception {
    try (var gone = new Socket("localhost", port)) {
      gone.getOutputStream()
          .write("GET /credentials HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(underWay.poll(60, TimeUnit.SECONDS)).isNotNull();
    }

    assertThatCode(this::askUntilAdmitted).doesNotThrowAnyException();
  }

  @Test
  @Tag("R10")
  void whoSendsTooSlowlyIsToldSoAndLosesThePlace() throws Exception {
    String answer = whoSendsTooSlowlyIsTold();

    assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow");
    assertThatCode(this::askUntilAdmitted).doesNotThrowAnyException();
  }

  @Test
  void whoSendsNothingMayWaitAsLongAsItTakes() throws Exception {
    port = serve(2);
    CompletableFuture<HttpResponse<String>> patient = ask("/credentials");
    RoutingContext held = underWay.poll(60, TimeUnit.SECONDS);

    var _ = whoSendsTooSlowlyIsTold();

    assertThat(patient).isNotDone();
    end(held);
    assertThat(patient.join().statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasSentAllMayWaitAsLongAsItTakes() throws Exception {
    port = serve(2);
    CompletableFuture<HttpResponse<String>> patient = send("/credentials", "{}");
    RoutingContext held = underWay.poll(60, TimeUnit.SECONDS);
    held.vertx().runOnContext(_ -> held.request().resume());

    var _ = whoSendsTooSlowlyIsTold();

    assertThat(patient).isNotDone();
    end(held);
    assertThat(patient.join().statusCode()).isEqualTo(200);
  }

  /** Who began to send after all others, and ran out of time. */
  private String whoSendsTooSlowlyIsTold() throws Exception {
    try (var slow = new Socket("localhost", port)) {
      slow.getOutputStream()
          .write(
              "POST /credentials HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(underWay.poll(60, TimeUnit.SECONDS)).isNotNull();
      return new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void askUntilAdmitted() throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      CompletableFuture<HttpResponse<String>> one = ask("/credentials");
      RoutingContext admitted = underWay.poll(100, TimeUnit.MILLISECONDS);
      if (admitted != null) {
        end(admitted);
        one.join();
        return;
      }
    }
    throw new AssertionError("never admitted");
  }

  /** Nothing is read until somebody asks, as in a service. */
  private void hold(RoutingContext context) {
    context.request().pause();
    underWay.add(context);
  }

  private static void end(RoutingContext context) {
    var _ = context.response().end();
  }

  private int serve(int places) {
    Router router = Router.router(vertx);
    new BoundedWork(places, Duration.ofSeconds(1), new ObjectMapper()).install(router);
    router.get("/q/health").handler(BoundedWorkTest::end);
    router.route("/credentials").handler(this::hold);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0)
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private CompletableFuture<HttpResponse<String>> send(String path, String body) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            BodyHandlers.ofString());
  }
}
