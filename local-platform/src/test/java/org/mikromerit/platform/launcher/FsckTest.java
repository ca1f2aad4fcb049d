package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;

/** The commands of the operator, on a service that says what the test has it say. */
class FsckTest {
  private static final String END = "7 " + "ab".repeat(32);

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer server;
  @TempDir Path folder;

  @BeforeEach
  void aService() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
          asked.put(
              call, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String answer = answers.getOrDefault(call, "404 {}");
          byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    answers.put("POST /realm/protocol/openid-connect/token", "200 {\"access_token\": \"t\"}");
    answers.put("POST /operator/examinations", "202 {\"id\": \"e\"}");
    answers.put("GET /operator/examinations/e/violations", "200 {\"items\": [], \"next\": null}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @Tag("S10")
  void whatIsCleanIsSaidToBeAndItsEndIsRememberedForTheNextTime() {
    answers.put("GET /operator/examinations/e", examination("CLEAN", 0));

    int first = fsck();
    int second = fsck();

    assertThat(List.of(first, second)).containsOnly(0);
    assertThat(said()).contains("Everything is as it was written.");
    assertThat(asked.get("POST /operator/examinations")).contains("\"number\": 7", "abab");
  }

  @Test
  @Tag("S10")
  void whatIsFoundIsSaidWithItsPlace() {
    answers.put("GET /operator/examinations/e", examination("VIOLATED", 1));
    answers.put(
        "GET /operator/examinations/e/violations",
        """
        200 {"items": [{"check": "chains", "table": "audit", "row": "position=3", "sentence": "Changed."}],
         "next": null}""");

    int code = fsck();

    assertThat(code).isEqualTo(1);
    assertThat(said()).contains("issuer: audit position=3 (chains): Changed.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Tag("S10")
  void whatCouldNotBeExaminedIsNotClean() {
    answers.put("GET /operator/examinations/e", examination("FAILED", 0));

    int code = fsck();

    assertThat(code).isEqualTo(1);
    assertThat(said()).contains("issuer: not examined to the end. No check.");
  }

  @Test
  @Tag("S10")
  void aServiceThatIsAwayIsNotClean() {
    server.stop(0);

    assertThatThrownBy(this::fsck)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("did not answer");
  }

  @Test
  @Tag("R5")
  void aRebuiltProjectionIsTheSameOrTheExitCodeSaysThatItIsNot() {
    answers.put(
        "GET /operator/projections",
        "200 {\"items\": [{\"name\": \"trust\", \"ownersReplayNeeded\": [\"mm.stack.v1\"]}]}");
    answers.put("GET /operator/projections/trust/dump", dump("aa"));
    answers.put("POST /operator/projections/trust/rebuild", "202 {}");
    answers.put("POST /operator/replays", "202 {\"id\": \"r\"}");
    answers.put("GET /operator/replays/r", "200 {\"state\": \"FINISHED\"}");

    int code = rebuild("trust");

    assertThat(code).isZero();
    assertThat(said()).contains("Identical.", "mm.stack.v1", "SHA-256 aa");
    assertThat(asked).containsKey("POST /operator/projections/trust/rebuild");
    assertThatThrownBy(() -> rebuild("trusts"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("issuer/trust");
  }

  private int fsck() {
    return new Fsck(
            services(), operator(), folder.resolve("ends"), console(), InstantSource.system())
        .run(List.of());
  }

  private int rebuild(String name) {
    return new Rebuild(services(), operator(), console(), InstantSource.system())
        .run(List.of(name));
  }

  private Map<String, String> services() {
    return Map.of("issuer", url());
  }

  private Operator operator() {
    return new Operator(url() + "/realm", InstantSource.system());
  }

  private Console console() {
    return new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String dump(String sha256) {
    return "200 {\"name\": \"trust\", \"rows\": 3, \"sha256\": \"" + sha256 + "\"}";
  }

  private static String examination(String state, int violations) {
    return """
        200 {"id": "e", "state": "%s", "failure": "No check.", "violations": %d,
         "checks": [{"name": "chains", "state": "FINISHED", "pages": 1, "examined": 3,
                     "violations": %d, "note": "%s"}]}"""
        .formatted(state, violations, violations, END);
  }
}
