package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * A client that writes down every answer it was given, so that it can be asked afterwards whether
 * anything of it was lost or has changed.
 */
final class Journal {
  private final Institution school;
  private final String definition;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  Journal(Institution school, String definition) {
    this.school = school;
    this.definition = definition;
  }

  /**
   * One credential that was asked for until it was answered.
   *
   * @param key under which it was asked for each time
   */
  record Entry(String key, JsonNode recipient, String answer, String credential) {}

  List<Entry> entries() {
    return entries;
  }

  List<String> credentials() {
    return entries.stream().map(Entry::credential).toList();
  }

  /** Asks for one, under one key, as often as it takes. */
  Entry issue(JsonNode recipient) {
    String key = UUID.randomUUID().toString();
    return noted(key, recipient, insist(() -> school.issue(definition, recipient, key)));
  }

  /** Asks both at once, under one key; they give one answer. */
  Entry issueAtBoth(Http one, Http other, JsonNode recipient) {
    String key = UUID.randomUUID().toString();
    List<Reply> replies =
        Stream.of(one, other)
            .parallel()
            .map(
                issuer ->
                    insist(
                        () ->
                            school
                                .through(() -> issuer, school::token)
                                .issue(definition, recipient, key)))
            .toList();
    assertThat(replies.getFirst().body()).isEqualTo(replies.getLast().body());
    return noted(key, recipient, replies.getFirst());
  }

  private Entry noted(String key, JsonNode recipient, Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    var entry = new Entry(key, recipient, reply.body(), Institution.idOf(reply));
    entries.add(entry);
    return entry;
  }

  /** Every answer is given again, byte for byte, to whoever repeats the question. */
  void assertAnswersStand() {
    for (Entry entry : entries) {
      Reply again = insist(() -> school.issue(definition, entry.recipient(), entry.key()));
      assertThat(again.status()).as(again.body()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(entry.answer());
    }
  }

  /** No connection, or "not now", is no answer. */
  static Reply insist(Supplier<Reply> request) {
    return Await.untilPresent(
        "an answer",
        () -> {
          try {
            Reply reply = request.get();
            return reply.status() < 500 ? reply : null;
          } catch (UncheckedIOException e) {
            return null;
          }
        });
  }
}
