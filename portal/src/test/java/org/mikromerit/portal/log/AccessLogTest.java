package org.mikromerit.portal.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.mikromerit.portal.Away;

/** An operator may have each request logged. */
@QuarkusTest
@TestProfile(AccessLogTest.EachRequestIsLogged.class)
@QuarkusTestResource(Away.class)
class AccessLogTest {
  private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUvWxYz01234_";
  private static final Duration LONG = Duration.ofSeconds(10);

  /** As it is switched on. */
  public static class EachRequestIsLogged implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.access-log.enabled", "true");
    }
  }

  @Test
  void theAddressOfAShareIsNotAmongThem() throws InterruptedException {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = into(lines);
    Logger.getLogger("").addHandler(handler);
    try {
      given().get("/s/" + TOKEN);
      given().get("/accessibility");
      for (long end = System.nanoTime() + LONG.toNanos();
          lines.stream().noneMatch(line -> line.contains("/accessibility"))
              && System.nanoTime() < end; ) {
        Thread.sleep(20);
      }
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }

    assertThat(lines)
        .anyMatch(line -> line.contains("/accessibility"))
        .noneMatch(line -> line.contains(TOKEN));
  }

  private static Handler into(List<String> lines) {
    PatternFormatter formatter = new PatternFormatter("%s %e");
    return new Handler() {
      @Override
      public void publish(LogRecord log) {
        lines.add(formatter.format(log));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
