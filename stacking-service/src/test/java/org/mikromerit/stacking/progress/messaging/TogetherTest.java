package org.mikromerit.stacking.progress.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.Scene;
import org.mikromerit.stacking.progress.EvaluateDue;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** Events that are applied together do what they do one by one, and ask the database less. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class TogetherTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int STORIES = 20;
  private static final String DUE =
      """
      select 'due ' || row (d.pathway, d.learner)
        from evaluation_due d where d.pathway = any(:pathways)
      """;
  private static final Pattern ID =
      Pattern.compile("k1\\.[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** As the inbox does. */
  @ApplicationScoped
  static class OneTransaction {
    @Transactional
    void run(Runnable work) {
      work.run();
    }
  }

  private final Scene scene = new Scene();

  @Inject CredentialIssuedHandler issued;
  @Inject CredentialStatusChangedHandler statusChanged;
  @Inject LearnerLinkChangedHandler linkChanged;
  @Inject EvaluateDue evaluateDue;
  @Inject OneTransaction transaction;
  @Inject Jdbi jdbi;

  @AfterEach
  void leave() {
    jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    scene.close();
  }

  @Test
  @Tag("R5")
  void togetherTheyGiveTheSameStacksProgressAndAnnouncementsAsOneByOne() {
    var oneByOne = new World(false);
    var together = new World(true);

    for (int seed = 0; seed < STORIES; seed++) {
      oneByOne.live(new Random(seed));
      together.live(new Random(seed));
    }

    Await.untilAsserted(
        "the same was kept", () -> assertThat(together.kept()).isEqualTo(oneByOne.kept()));
    Await.untilAsserted(
        "all was announced", () -> assertThat(oneByOne.told()).hasSize(oneByOne.changes()));
    Await.untilAsserted(
        "the same was announced", () -> assertThat(together.told()).isEqualTo(oneByOne.told()));
    assertThat(oneByOne.told())
        .anyMatch(each -> each.contains("StackCompleted"))
        .anyMatch(each -> each.contains("StackBroken"))
        .anyMatch(each -> each.contains("StackRestored"));
  }

  @Test
  void theFirstThatFulfilsARuleIsThePartEvenWhereOneThatComesWithItWouldGoBefore() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    scene.published(Scene.nOf(1, first, second));
    String learner = Scene.newLearner();
    CredentialIssuedV1 fulfils = scene.issued(learner, second, null);
    CredentialIssuedV1 comesToo = scene.issued(learner, first, null);

    together(issued, List.of(fulfils, comesToo));

    StackCompletedV1 completed =
        Await.untilPresent(
            "completed",
            () ->
                scene.announced(StackCompletedV1.class, learner).stream().findFirst().orElse(null));
    assertThat(completed.parts()).containsExactly(fulfils.credentialId());
  }

  @Test
  void whatTheyAskOfTheDatabaseDoesNotGrowWithTheirNumber() {
    UUID definition = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    scene.published(Scene.allOf(definition));
    scene.published(Scene.nOf(1, definition, other));
    List<EventData> one = List.of(scene.issued(Scene.newLearner(), definition, null));
    List<EventData> many =
        IntStream.range(0, 100)
            .<EventData>mapToObj(_ -> scene.issued(Scene.newLearner(), definition, null))
            .toList();
    var asked = new Asked();
    jdbi.setSqlLogger(asked);

    together(issued, one);
    List<String> forOne = asked.sinceLast();
    together(issued, many);

    assertThat(asked.sinceLast()).isEqualTo(forOne).hasSizeLessThan(15);
  }

  @Test
  void soItIsWithRevocations() {
    UUID definition = UUID.randomUUID();
    scene.published(Scene.allOf(definition));
    List<CredentialIssuedV1> parts =
        IntStream.range(0, 100)
            .mapToObj(_ -> scene.issued(Scene.newLearner(), definition, null))
            .toList();
    together(issued, parts);
    List<CredentialStatusChangedV1> revoked =
        parts.stream().map(each -> scene.revoked(each.credentialId())).toList();
    var asked = new Asked();
    jdbi.setSqlLogger(asked);

    together(statusChanged, revoked.subList(0, 1));
    List<String> forOne = asked.sinceLast();
    together(statusChanged, revoked.subList(1, 100));

    assertThat(asked.sinceLast()).isEqualTo(forOne).hasSizeLessThan(17);
  }

  private <T extends EventData> void together(
      EventHandler<T> handler, List<? extends EventData> told) {
    List<Event<T>> events = events(handler, told);
    transaction.run(() -> handler.applyAll(events));
  }

  private <T extends EventData> void oneByOne(
      EventHandler<T> handler, List<? extends EventData> told) {
    List<Event<T>> events = events(handler, told);
    transaction.run(() -> events.forEach(handler::apply));
  }

  private static <T extends EventData> List<Event<T>> events(
      EventHandler<T> handler, List<? extends EventData> told) {
    return told.stream()
        .map(each -> Event.of(UUID.randomUUID(), 1, START, null, handler.data().cast(each)))
        .toList();
  }

  /** What this thread asks of the service's own tables. */
  private static final class Asked implements SqlLogger {
    private final Thread who = Thread.currentThread();
    private final List<String> statements = new ArrayList<>();

    @Override
    public void logAfterExecution(StatementContext context) {
      String sql = String.valueOf(context.getRenderedSql());
      boolean ofTheKit = sql.contains("outbox") || sql.contains("audit");
      if (Thread.currentThread().equals(who) && !ofTheKit) {
        statements.add(sql);
      }
    }

    List<String> sinceLast() {
      var since = List.copyOf(statements);
      statements.clear();
      return since;
    }
  }

  /** An institution, and learners who live the same stories in each world under other ids. */
  private final class World {
    private final boolean takesTogether;
    private final List<UUID> definitions = new ArrayList<>();
    private final List<UUID> pathways = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private int credentials;

    World(boolean takesTogether) {
      this.takesTogether = takesTogether;
      for (int i = 0; i < 6; i++) {
        definitions.add(named("definition", i));
      }
      String both = Scene.allOf(definition(0), definition(1));
      for (String rule :
          List.of(
              Scene.allOf(definition(0)),
              both,
              Scene.nOf(2, definition(3), definition(1), definition(2)),
              Scene.nOf(1, definition(4), definition(0), definition(2)))) {
        UUID pathway = scene.published(rule);
        names.put(pathway.toString(), "pathway-" + pathways.size());
        pathways.add(pathway);
      }
    }

    private UUID definition(int number) {
      return definitions.get(number);
    }

    private UUID named(String kind, int number) {
      UUID id = UUID.randomUUID();
      names.put(id.toString(), kind + "-" + number);
      return id;
    }

    void live(Random random) {
      new Story(random).tell();
    }

    /** Some learners' lives; asks nothing of the world but ids. */
    private final class Story {
      private final Random random;
      private final List<String> theirs = new ArrayList<>();
      private final List<UUID> learners = new ArrayList<>();
      private final List<CredentialIssuedV1> all = new ArrayList<>();
      private final Map<String, List<LearnerSince>> links = new HashMap<>();
      private int told;

      Story(Random random) {
        this.random = random;
        for (int i = 0; i < 4; i++) {
          String reference = Scene.newLearner();
          names.put(reference, "reference-" + references.size());
          references.add(reference);
          theirs.add(reference);
        }
        for (int i = 0; i < 2; i++) {
          learners.add(named("learner", references.size() + i));
        }
        for (int i = 0; i < 24; i++) {
          all.add(credential());
        }
      }

      private CredentialIssuedV1 credential() {
        CredentialIssuedV1 any =
            Scene.issued(
                scene.organisation,
                one(theirs),
                one(definitions),
                null,
                random.nextInt(10) == 0
                    ? CredentialKind.ATTENDANCE
                    : CredentialKind.MICRO_CREDENTIAL);
        int number = credentials++;
        names.put(any.credentialId().toString(), "credential-" + number);
        return new CredentialIssuedV1(
            any.credentialId(),
            any.organisationId(),
            any.definitionId(),
            1,
            any.learnerRef(),
            any.kind(),
            any.kind() == CredentialKind.ATTENDANCE
                ? CertificationLevel.PARTICIPATION
                : CertificationLevel.DEMONSTRATED,
            any.keyId(),
            any.digest(),
            // Another for each, so that no id decides which is first.
            START.plusSeconds(random.nextInt(1_000) * 1_000L + number % 1_000),
            any.issuedAt(),
            any.statusListId(),
            any.statusIndex(),
            null,
            null);
      }

      void tell() {
        while (told < all.size()) {
          switch (random.nextInt(5)) {
            case 0 -> tell(linkChanged, List.of(link()));
            case 1 -> tell(statusChanged, statuses());
            default -> tell(issued, issues());
          }
        }
        // Whatever was told is told again, as when a copy is made again.
        tell(issued, all);
        tell(statusChanged, statuses());
      }

      private <T extends EventData> void tell(EventHandler<T> handler, List<T> data) {
        if (takesTogether) {
          together(handler, data);
        } else {
          oneByOne(handler, data);
        }
        // At the same point of the story in each world, and not when the loop comes by.
        Await.until("nobody is due", this::nobodyIsDue);
      }

      private boolean nobodyIsDue() {
        return !evaluateDue.nextPage() && rows(DUE).isEmpty();
      }

      private List<CredentialIssuedV1> issues() {
        int until = Math.min(all.size(), told + 1 + random.nextInt(12));
        var issues = new ArrayList<>(all.subList(told, until));
        if (told > 0 && random.nextBoolean()) {
          issues.add(all.get(random.nextInt(told)));
        }
        Collections.shuffle(issues, random);
        told = until;
        return issues;
      }

      /** Also of some whose issue is not told yet. */
      private List<CredentialStatusChangedV1> statuses() {
        var some = new ArrayList<>(all.subList(0, Math.min(all.size(), told + 2)));
        Collections.shuffle(some, random);
        return some.stream()
            .limit(1 + random.nextInt(6))
            .map(each -> status(each, random.nextInt(3) == 0))
            .toList();
      }

      private CredentialStatusChangedV1 status(CredentialIssuedV1 of, boolean stands) {
        CredentialStatus status = stands ? CredentialStatus.VALID : CredentialStatus.REVOKED;
        @Nullable StatusReason reason = stands ? null : StatusReason.ERROR;
        return new CredentialStatusChangedV1(
            of.credentialId(),
            scene.organisation,
            status,
            reason,
            START,
            List.of(new StatusSince(status, reason, START)));
      }

      private LearnerLinkChangedV1 link() {
        String reference = one(theirs);
        List<LearnerSince> history = links.computeIfAbsent(reference, _ -> new ArrayList<>());
        @Nullable UUID learner = random.nextInt(4) == 0 ? null : one(learners);
        history.add(new LearnerSince(learner, START.plusSeconds(history.size())));
        return new LearnerLinkChangedV1(reference, history);
      }

      private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
      }
    }

    /** All that is kept of them but times, under names that are the same in each world. */
    List<String> kept() {
      return Stream.of(
              """
              select 'progress ' || row (p.pathway, p.learner, p.state, p.attempt)
                from progress p where p.pathway = any(:pathways)
              """,
              """
              select 'stack ' || row (s.pathway, s.version, s.learner, s.holder, s.attempt, s.parts, s.sequence,
                                      s.broken_because)
                from stack s where s.pathway = any(:pathways)
              """,
              """
              select 'change ' || row (s.pathway, s.learner, s.attempt, c.sequence, c.because, c.award)
                from stack s join stack_change c on c.stack = s.id where s.pathway = any(:pathways)
              """,
              DUE,
              """
              select 'credential ' || row (c.id, c.learner, c.learner_ref, c.definition, c.may_stack, c.revoked,
                                           c.awarded_at)
                from credential c where c.learner_ref = any(:references)
              """,
              """
              select 'link ' || row (l.reference, l.learner)
                from learner_link l where l.reference = any(:references)
              """)
          .flatMap(query -> rows(query).stream())
          .map(this::renamed)
          .sorted()
          .toList();
    }

    private List<String> rows(String query) {
      return jdbi.withHandle(
          sql -> {
            var asked = sql.createQuery(query);
            if (query.contains(":pathways")) {
              asked.bind("pathways", pathways.toArray(UUID[]::new));
            } else {
              asked.bind("references", references.toArray(String[]::new));
            }
            return asked.mapTo(String.class).list();
          });
    }

    private String renamed(String text) {
      return ID.matcher(text).replaceAll(found -> names.getOrDefault(found.group(), found.group()));
    }

    /** How many events there are of the stacks. */
    int changes() {
      return jdbi.withHandle(
          sql ->
              sql.createQuery("select sum(sequence) from stack where pathway = any(:pathways)")
                  .bind("pathways", pathways.toArray(UUID[]::new))
                  .mapTo(Integer.class)
                  .one());
    }

    List<String> told() {
      return Stream.of(
              read(
                  StackCompletedV1.class,
                  StackCompletedV1::pathwayId,
                  StackCompletedV1::learner,
                  each -> List.of(each.attempt(), each.parts())),
              read(
                  StackBrokenV1.class,
                  StackBrokenV1::pathwayId,
                  StackBrokenV1::learner,
                  each -> List.of(each.attempt(), each.because())),
              read(
                  StackRestoredV1.class,
                  StackRestoredV1::pathwayId,
                  StackRestoredV1::learner,
                  each -> List.of(each.attempt(), each.because())))
          .flatMap(each -> each)
          .sorted()
          .toList();
    }

    private <T extends EventData> Stream<String> read(
        Class<T> type,
        Function<T, UUID> pathway,
        Function<T, String> learner,
        Function<T, List<Object>> rest) {
      return scene.topics.read(Topic.STACK, type).stream()
          .filter(event -> pathways.contains(pathway.apply(event.data())))
          .map(
              event ->
                  renamed(
                      String.join(
                          " ",
                          type.getSimpleName(),
                          String.valueOf(event.envelope().sequence()),
                          pathway.apply(event.data()).toString(),
                          learner.apply(event.data()),
                          rest.apply(event.data()).toString())));
    }
  }
}
