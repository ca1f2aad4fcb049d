package org.mikromerit.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.kit.inbox.CopyRows.Row;
import org.mikromerit.kit.inbox.CopyRows.Table;
import org.mikromerit.kit.inbox.ToldAgain.Place;
import org.mikromerit.kit.projection.Projection;
import org.mikromerit.kit.projection.Rewinds;

/**
 * The copies of what others own are what the others told: all of them are made a second time from
 * the topics' beginning, beside the real ones, and compared row by row. A row that differs is
 * looked at again once both were brought up to date; it is wrong when it stays as it is and wrong.
 */
@ApplicationScoped
class CopiesHold implements Check {
  private static final Logger LOG = Logger.getLogger(CopiesHold.class);
  private static final int ROWS = 5_000;

  /** Beyond these a page says that there are more, and goes on. */
  private static final int SUSPECTS = 200;

  /** Twice the same may be a coincidence: it changed, and back. */
  private static final int LOOKS = 3;

  /** So long the service may be behind what it was told before an operator is to know. */
  private static final Duration BEHIND = Duration.ofMinutes(10);

  private final List<Projection> projections;
  private final List<Table> tables;
  private final Set<Topic> topics;
  private final ToldAgain told;
  private final MakeCopiesAnew anew;
  private final CopyRows rows;
  private final Rewinds rewinds;
  private final ObjectMapper json;
  private final InstantSource clock;

  CopiesHold(
      @All List<Projection> projections,
      ToldAgain told,
      MakeCopiesAnew anew,
      CopyRows rows,
      Rewinds rewinds,
      ObjectMapper json,
      InstantSource clock) {
    this.projections = projections;
    this.topics =
        projections.stream()
            .flatMap(each -> each.topics().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.tables = tables(projections, topics);
    this.told = told;
    this.anew = anew;
    this.rows = rows;
    this.rewinds = rewinds;
    this.json = json;
    this.clock = clock;
  }

  private static List<Table> tables(List<Projection> projections, Set<Topic> topics) {
    List<String> complete =
        topics.stream().filter(Topic::compacted).map(Topic::topicName).sorted().toList();
    var versions = new Table("entity_version", Set.of(), Set.of(), complete);
    return Stream.concat(
            projections.stream()
                .flatMap(
                    each ->
                        each.tables().stream()
                            .map(
                                name ->
                                    new Table(
                                        name,
                                        each.localColumns(name),
                                        each.forgottenColumns(name),
                                        List.of()))),
            Stream.of(versions))
        .toList();
  }

  @Override
  public String name() {
    return "copies";
  }

  /**
   * A row that differs.
   *
   * @param copy digest of what the copy had when it was looked at last; null where it had no such
   *     row
   * @param looks how often it was that, one after the other
   */
  record Suspect(List<String> key, @Nullable String copy, int looks) {}

  /**
   * Where the examination is.
   *
   * @param place up to which the topics were read
   * @param pass twice each table: the copy's rows, and those that the copy lacks
   * @param after the key that was compared last
   * @param behind since when the service is waited for
   * @param forgotten how many rows could not be compared whole
   */
  record Cursor(
      Place place,
      int pass,
      List<String> after,
      List<Suspect> suspects,
      @Nullable Instant behind,
      long forgotten) {

    Cursor at(Place next) {
      return new Cursor(next, pass, after, suspects, behind, forgotten);
    }

    Cursor waiting(@Nullable Instant since) {
      return new Cursor(place, pass, after, suspects, since, forgotten);
    }
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String text) {
    if (projections.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    if (text == null) {
      rows.anew(
          Stream.concat(tables.stream().map(Table::name), Stream.of("inbox"))
              .collect(Collectors.toCollection(TreeSet::new)));
      return more(new Cursor(Place.beginning(), 0, List.of(), List.of(), null, 0), 0, List.of());
    }
    Cursor cursor = read(text);
    try {
      return cursor.place().arrived() ? compare(cursor) : read(cursor);
    } catch (KafkaException e) {
      LOG.warnf("copies cannot be examined just now cause=%s", Failures.cause(e));
      return CheckPage.again(text);
    }
  }

  private CheckPage read(Cursor cursor) {
    Place place =
        told.read(
            topics,
            cursor.place(),
            batch -> {
              List<IncomingRecord> applied = rows.withoutParked(batch);
              if (!applied.isEmpty()) {
                anew.apply(applied);
              }
            });
    return more(cursor.at(place), 0, List.of());
  }

  private CheckPage compare(Cursor cursor) {
    if (rewinds.underWay(topics) || !told.isApplied(topics, cursor.place())) {
      Instant since = cursor.behind() == null ? clock.instant() : cursor.behind();
      return clock.instant().isBefore(since.plus(BEHIND))
          ? CheckPage.again(write(cursor.waiting(since)))
          : last(
              cursor,
              0,
              List.of(
                  new Violation(
                      name(),
                      "inbox",
                      "topics=" + topics.size(),
                      "What the others told was not applied for ten minutes: the copies are not compared.")));
    }
    Cursor now = cursor.waiting(null);
    return now.suspects().isEmpty() ? page(now) : lookAgain(now);
  }

  private CheckPage page(Cursor cursor) {
    Table table = table(cursor);
    List<Row> page =
        isOfCopy(cursor)
            ? rows.copied(table, cursor.after(), ROWS)
            : rows.made(table, cursor.after(), ROWS);
    var suspects = new ArrayList<Suspect>();
    List<String> after = cursor.after();
    long examined = 0;
    long forgotten = cursor.forgotten();
    for (Row row : page) {
      after = row.key();
      if (isOfCopy(cursor)) {
        examined++;
        forgotten += row.whole() ? 0 : 1;
      }
      // What the copy has and what differs was seen in the pass before.
      if (!row.same() && (isOfCopy(cursor) || row.copy() == null)) {
        suspects.add(new Suspect(row.key(), row.copy(), 1));
      }
      if (suspects.size() == SUSPECTS) {
        break;
      }
    }
    if (suspects.isEmpty() && page.size() < ROWS) {
      var next =
          new Cursor(cursor.place(), cursor.pass() + 1, List.of(), List.of(), null, forgotten);
      return next.pass() < 2 * tables.size()
          ? more(next, examined, List.of())
          : last(next, examined, List.of());
    }
    return more(
        new Cursor(
            suspects.isEmpty() ? cursor.place() : cursor.place().further(),
            cursor.pass(),
            after,
            suspects,
            null,
            forgotten),
        examined,
        List.of());
  }

  /** Both are up to date with what was told by the time of the look before. */
  private CheckPage lookAgain(Cursor cursor) {
    Table table = table(cursor);
    var suspects = new ArrayList<Suspect>();
    var violations = new ArrayList<Violation>();
    for (Suspect suspect : cursor.suspects()) {
      Row now = rows.now(table, suspect.key());
      if (now.same()) {
        continue;
      }
      int looks = Objects.equals(now.copy(), suspect.copy()) ? suspect.looks() + 1 : 1;
      if (looks < LOOKS) {
        suspects.add(new Suspect(suspect.key(), now.copy(), looks));
      } else {
        violations.add(violation(table, now));
      }
    }
    return more(
        new Cursor(
            suspects.isEmpty() ? cursor.place() : cursor.place().further(),
            cursor.pass(),
            cursor.after(),
            suspects,
            null,
            cursor.forgotten()),
        0,
        violations);
  }

  private Violation violation(Table table, Row row) {
    return new Violation(
        name(),
        table.name(),
        rows.named(table, row.key()),
        row.copy() == null
            ? "The copy lacks what its owner told."
            : "The copy is not what its owner told.");
  }

  /** What was made anew is thrown away. */
  @Override
  public void end() {
    if (!projections.isEmpty()) {
      rows.anew(List.of());
    }
  }

  @Override
  public void rest() {
    told.close();
  }

  private CheckPage last(Cursor cursor, long examined, List<Violation> violations) {
    CheckPage last = CheckPage.last(examined, violations);
    return cursor.forgotten() == 0
        ? last
        : last.noting(
            cursor.forgotten()
                + " rows were told longer ago than the broker keeps, and compared in part.");
  }

  private Table table(Cursor cursor) {
    return tables.get(cursor.pass() / 2);
  }

  private static boolean isOfCopy(Cursor cursor) {
    return cursor.pass() % 2 == 0;
  }

  private CheckPage more(Cursor cursor, long examined, List<Violation> violations) {
    return CheckPage.more(write(cursor), examined, violations);
  }

  private String write(Cursor cursor) {
    try {
      return json.writeValueAsString(cursor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values can be written", e);
    }
  }

  private Cursor read(String text) {
    try {
      return json.readValue(text, Cursor.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What we wrote ourselves can be read", e);
    }
  }
}
