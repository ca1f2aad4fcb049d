package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/**
 * Several writers run a random program at once, on the same credentials. What they were answered,
 * what was announced and what the lists say must be one story.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class StatusModelTest {
  private static final long SEED = 20_261_122L;
  private static final int WRITERS = 8;
  private static final int STEPS = 40;

  /** A change that was answered with 200. */
  private record Accepted(UUID credential, CredentialStatus status, Instant since) {}

  private record Place(String list, int index) {}

  private final List<UUID> credentials = new CopyOnWriteArrayList<>();
  private final Collection<Place> revocations = new ConcurrentLinkedQueue<>();
  private final Map<UUID, List<Place>> places = new HashMap<>();
  private final Collection<Accepted> accepted = new ConcurrentLinkedQueue<>();

  @Test
  @Tag("R3")
  void answersAnnouncementsAndBitsAreOneStory() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    issue(institution, definition);

    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      var programs = new ArrayList<CompletableFuture<Void>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var random = new Random(SEED + writer);
        programs.add(
            CompletableFuture.runAsync(
                () -> IntStream.range(0, STEPS).forEach(_ -> step(institution, definition, random)),
                writers));
      }
      programs.forEach(CompletableFuture::join);
    }

    try (var topics = new TopicProbe()) {
      Await.untilAsserted(
          "all is announced, and no more",
          () ->
              assertThat(changes(histories(topics))).containsExactlyInAnyOrderElementsOf(accepted));
      var histories = histories(topics);
      assertThat(histories.values()).allSatisfy(StatusModelTest::isLegal);
      assertThat(revocations).doesNotHaveDuplicates();
      Await.untilAsserted(
          "the lists say what became of each, and nothing of others",
          () -> assertThat(set(topics, institution)).isEqualTo(expected(histories)));
    }
  }

  private void step(Institution institution, UUID definition, Random random) {
    UUID credential = credentials.get(random.nextInt(credentials.size()));
    switch (random.nextInt(10)) {
      case 0, 1 -> issue(institution, definition);
      case 2 -> accept(CredentialStatus.REVOKED, institution.revoke(credential, "error"));
      case 3, 4, 5 -> accept(CredentialStatus.VALID, institution.reinstate(credential));
      default -> accept(CredentialStatus.SUSPENDED, institution.suspend(credential));
    }
  }

  private void issue(Institution institution, UUID definition) {
    Reply issued = institution.issue(Institution.order(definition));
    assertThat(issued.status()).isEqualTo(201);
    List<Place> entries = new ArrayList<>();
    for (JsonNode entry : issued.json().at("/credentialStatus")) {
      entries.add(
          new Place(
              entry.at("/statusListCredential").asText(), entry.at("/statusListIndex").asInt()));
    }
    revocations.add(entries.getFirst());
    UUID credential = Institution.idOf(issued);
    synchronized (places) {
      places.put(credential, entries);
    }
    credentials.add(credential);
  }

  private void accept(CredentialStatus status, Reply reply) {
    assertThat(reply.status()).isIn(200, 409);
    if (reply.status() == 200) {
      JsonNode answer = reply.json();
      assertThat(answer.at("/status").asText()).isEqualTo(status.name());
      accepted.add(
          new Accepted(
              UUID.fromString(answer.at("/id").asText()),
              status,
              Instant.parse(answer.at("/since").asText())));
    }
  }

  private Map<UUID, List<StatusSince>> histories(TopicProbe topics) {
    Map<UUID, List<StatusSince>> newest = new HashMap<>();
    topics.read(Topic.CREDENTIAL_STATUS, CredentialStatusChangedV1.class).stream()
        .map(event -> event.data())
        .filter(changed -> credentials.contains(changed.credentialId()))
        .forEach(
            changed ->
                newest.merge(
                    changed.credentialId(),
                    changed.history(),
                    (one, other) -> one.size() > other.size() ? one : other));
    return newest;
  }

  private static List<Accepted> changes(Map<UUID, List<StatusSince>> histories) {
    return histories.entrySet().stream()
        .flatMap(
            history ->
                history.getValue().stream()
                    .skip(1)
                    .map(each -> new Accepted(history.getKey(), each.status(), each.from())))
        .toList();
  }

  private static void isLegal(List<StatusSince> history) {
    for (int i = 1; i < history.size(); i++) {
      CredentialStatus before = history.get(i - 1).status();
      CredentialStatus after = history.get(i).status();
      assertThat(after).isNotEqualTo(before);
      assertThat(before).isNotEqualTo(CredentialStatus.REVOKED);
    }
  }

  /** By list, the bits that should be set. */
  private Map<String, Set<Integer>> expected(Map<UUID, List<StatusSince>> histories) {
    Map<String, Set<Integer>> expected = new HashMap<>();
    places.forEach(
        (credential, entries) -> {
          var history =
              histories.getOrDefault(credential, List.of()).stream()
                  .map(StatusSince::status)
                  .toList();
          Place revocation = entries.getFirst();
          Place suspension = entries.getLast();
          Set<Integer> revoked = expected.computeIfAbsent(revocation.list(), _ -> new TreeSet<>());
          Set<Integer> suspended =
              expected.computeIfAbsent(suspension.list(), _ -> new TreeSet<>());
          if (history.contains(CredentialStatus.REVOKED)) {
            revoked.add(revocation.index());
          }
          if (history.lastIndexOf(CredentialStatus.SUSPENDED)
              > history.lastIndexOf(CredentialStatus.VALID)) {
            suspended.add(suspension.index());
          }
        });
    return expected;
  }

  /** By list, the bits that are set in its newest version. */
  private Map<String, Set<Integer>> set(TopicProbe topics, Institution institution) {
    Map<String, Set<Integer>> set = new HashMap<>();
    places.values().stream()
        .flatMap(List::stream)
        .map(Place::list)
        .distinct()
        .forEach(
            url -> {
              UUID id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
              var published = Institution.announcedList(topics, id);
              assertThat(published.organisationId()).isEqualTo(institution.id);
              StatusBits bits =
                  StatusBits.decode(
                          Institution.object(published.credential())
                              .at("/credentialSubject/encodedList")
                              .asText())
                      .orElseThrow();
              set.put(
                  url,
                  IntStream.range(0, bits.size())
                      .filter(bits::isSet)
                      .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
            });
    return set;
  }
}
