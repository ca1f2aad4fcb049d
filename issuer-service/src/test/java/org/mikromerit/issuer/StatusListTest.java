package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class StatusListTest {
  private final TopicProbe topics = new TopicProbe();
  private Institution institution;

  @BeforeEach
  void anInstitutionIsAuthorised() {
    institution = Institution.authorised();
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("R3")
  @Tag("R7")
  void aSpareIsAnnouncedBeforeTheListIsFullAndIsUsedWhenItIs() {
    UUID definition = institution.publishedDefinition();
    UUID first = Await.untilPresent("a list", () -> lists().stream().findFirst().orElse(null));
    Institution.asOwner(
        "update status_list set handed_out = capacity - 2 where id = '" + first + "'");

    var used =
        Stream.generate(() -> listOf(institution.issue(Institution.order(definition)).json()))
            .limit(3)
            .toList();

    assertThat(used.subList(0, 2)).containsOnly(first);
    assertThat(used.get(2)).isNotEqualTo(first);
    Await.untilAsserted(
        "the spare is announced", () -> assertThat(lists()).contains(used.get(2)).hasSize(2));
  }

  @Test
  void aListIsSignedAnewBeforeItGoesStale() {
    UUID list = Await.untilPresent("a list", () -> lists().stream().findFirst().orElse(null));

    Institution.asOwner(
        "update status_list_publication set valid_until = now() + interval '11 hours' where list = '"
            + list
            + "'");

    Await.untilAsserted(
        "it is valid for a day again",
        () -> {
          StatusListPublishedV1 newest = Institution.announcedList(topics, list);
          assertThat(newest.version()).isEqualTo(2);
          assertThat(newest.validUntil()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        });
  }

  @Test
  @Tag("R3")
  void manyRevocationsAtOnceAreAllInTheListThatIsPublishedLast() {
    UUID definition = institution.publishedDefinition();
    var documents =
        Stream.generate(() -> institution.issue(Institution.order(definition))).limit(12).toList();

    documents.parallelStream()
        .forEach(issued -> institution.revoke(Institution.idOf(issued), "error"));

    var employer = Employer.of(topics, institution);
    Await.untilAsserted(
        "all are revoked",
        () ->
            assertThat(documents)
                .allSatisfy(
                    issued ->
                        assertThat(employer.verify(issued.body()).toString()).contains("REVOKED")));
  }

  private List<UUID> lists() {
    return topics.read(Topic.STATUS_LIST, StatusListPublishedV1.class).stream()
        .filter(event -> event.data().organisationId().equals(institution.id))
        .filter(event -> event.data().purpose() == StatusPurpose.REVOCATION)
        .map(event -> event.data().listId())
        .distinct()
        .toList();
  }

  private static UUID listOf(JsonNode document) {
    String list = document.at("/credentialStatus/0/statusListCredential").asText();
    return UUID.fromString(list.substring(list.lastIndexOf('/') + 1));
  }
}
