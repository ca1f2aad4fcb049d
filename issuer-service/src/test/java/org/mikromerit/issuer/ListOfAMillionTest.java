package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** Lists as large as they get, signed once an hour. */
@QuarkusTest
@TestProfile(ListOfAMillionTest.Largest.class)
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ListOfAMillionTest {
  private static final int MILLION = 1_048_576;

  private final TopicProbe topics = new TopicProbe();
  private Institution institution;

  /** Of a size and an interval that no other test has. */
  public static class Largest implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "mikromerit.status.capacity",
          Integer.toString(MILLION),
          "mikromerit.status.signing-interval",
          "1H");
    }
  }

  @BeforeEach
  void anInstitutionIsAuthorised() {
    institution = Institution.authorised();
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void whateverIsRevokedWithinAnIntervalIsSignedOnce() {
    UUID definition = institution.publishedDefinition();
    List<Reply> issued =
        Stream.generate(() -> institution.issue(Institution.order(definition))).limit(12).toList();
    UUID list = listOf(issued.getFirst());
    List<Integer> indexes = issued.stream().map(ListOfAMillionTest::indexOf).toList();
    everyTenthIsRevoked(list);
    var employer = Employer.of(topics, institution);
    Reply last = issued.getLast();

    issued.stream()
        .limit(11)
        .parallel()
        .forEach(each -> assertThat(revoked(each).status()).isEqualTo(200));

    assertThat(Institution.announcedList(topics, list).version()).isEqualTo(1);
    anHourPasses(list);
    Await.untilAsserted(
        "it is signed anew",
        () -> assertThat(Institution.announcedList(topics, list).version()).isEqualTo(2));
    StatusListToken token = employer.tokenList(list);
    assertThat(token.statuses().size()).isEqualTo(MILLION);
    assertThat(
            IntStream.range(0, MILLION)
                .filter(index -> token.statuses().value(index) == TokenStatuses.INVALID)
                .count())
        .isBetween(MILLION / 10L, MILLION / 10L + 12);
    assertThat(indexes.subList(0, 11))
        .allSatisfy(
            index -> assertThat(token.statuses().value(index)).isEqualTo(TokenStatuses.INVALID));
    assertThat(token.statuses().value(indexes.getLast())).isEqualTo(TokenStatuses.VALID);
    assertThat(employer.verify(issued.getFirst().body())).contains(FindingCode.REVOKED);
    assertThat(employer.verify(last.body()))
        .contains(FindingCode.STATUS_STANDING)
        .doesNotContain(FindingCode.REVOKED);
  }

  private Reply revoked(Reply issued) {
    return institution.revoke(Institution.idOf(issued), "error");
  }

  /** As though they had been issued and revoked, but for those places that are taken. */
  private void everyTenthIsRevoked(UUID list) {
    Institution.asOwner(
        """
        with place as (
          select gen_random_uuid() as id, index
            from generate_series(0, %1$d - 1, 10) as index
           where index not in (select status_index from credential_status where status_list = '%2$s')),
        given as (
          insert into given_credential (id, instance, organisation, signing_key, digest, issued_at)
          select id, id, '%3$s', id, '', now() from place)
        insert into given_credential_status (credential, status_list, status_index, revoked_at)
        select id, '%2$s', index, now() from place
        """
            .formatted(MILLION, list, institution.id));
  }

  private static UUID listOf(Reply issued) {
    String url = place(issued).at("/statusListCredential").asText();
    return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
  }

  private static int indexOf(Reply issued) {
    return place(issued).at("/statusListIndex").asInt();
  }

  private static JsonNode place(Reply issued) {
    return issued.json().at("/credentialStatus/0");
  }

  private static void anHourPasses(UUID list) {
    Institution.asOwner(
        "update status_list_publication set issued_at = issued_at - interval '1 hour' where list = '"
            + list
            + "'");
  }
}
