package org.mikromerit.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void aRecordIsOneLineOfJsonWhateverItSays() throws Exception {
    var record =
        new ExtLogRecord(Level.WARN, "first line\nsecond \"quoted\" åäö \u0007", "org.mikromerit");
    record.setThrown(new IllegalStateException("why"));

    String line = new JsonLines("issuer").format(record);

    assertThat(line.lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("message").asText()).contains("second \"quoted\" åäö");
    assertThat(json.path("exception").asText()).contains("IllegalStateException: why");
    assertThat(json.path("service").asText()).isEqualTo("issuer");
  }
}
