package org.mikromerit.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.Await;

/** What a Quarkus test is given of the platform. */
class PlatformResourceTest {

  @Test
  void aQuarkusTestIsGivenAnEmptyBrokerWithTheDeclaredTopicsOnly() throws Exception {
    Platform platform = Platform.get();
    try (Admin admin = Admin.create(platform.kafka().settings())) {
      admin.createTopics(Set.of(new NewTopic("left-over", 1, (short) 1))).all().get();
      Await.until("listed", () -> admin.listTopics().names().get().contains("left-over"));
      PlatformResource resource = new PlatformResource();
      resource.init(Map.of("database", "stacking"));

      Map<String, String> config = resource.start();

      assertThat(config.get("mikromerit.database.url")).contains("/stacking_t");
      assertThat(config)
          .containsOnlyKeys(
              "mikromerit.database.url",
              "mikromerit.database.user",
              "mikromerit.database.password",
              "mikromerit.database.owner",
              "mikromerit.database.owner-password",
              "mikromerit.kafka",
              "mikromerit.kafka-user",
              "mikromerit.kafka-password");
      assertThat(config).containsEntry("mikromerit.kafka-user", "stacking");
      assertThat(admin.listTopics().names().get())
          .contains("mm.organisation.v1", "mm.credential.v1")
          .doesNotContain("left-over");
    }
  }
}
