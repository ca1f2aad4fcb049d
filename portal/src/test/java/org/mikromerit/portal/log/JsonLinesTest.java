package org.mikromerit.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUvWxYz01234_";

  @Test
  void aRecordIsOneLineOfJsonWhateverItSays() throws IOException {
    var record =
        new ExtLogRecord(Level.WARN, "first line\nsecond \"quoted\" åäö \u0007", "org.mikromerit");
    record.setThrown(new IllegalStateException("why"));

    String line = new JsonLines("portal").format(record);

    assertThat(line.lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("message").asText()).contains("second \"quoted\" åäö");
    assertThat(json.path("exception").asText()).contains("IllegalStateException: why");
    assertThat(json.path("service").asText()).isEqualTo("portal");
  }

  @Test
  void whoeverReadsTheLogCannotOpenAShare() {
    var record =
        new ExtLogRecord(
            Level.ERROR, "HTTP Request to /s/" + TOKEN + " failed", "io.quarkus.vertx.http");
    record.setThrown(
        new IllegalStateException(
            "outside", new IOException("https://mikromerit.example/s/" + TOKEN)));
    record.putMdc("path", "/s/" + TOKEN);

    String line = new JsonLines("portal").format(record);

    assertThat(line).contains("HTTP Request to /s/… failed").doesNotContain(TOKEN);
  }
}
