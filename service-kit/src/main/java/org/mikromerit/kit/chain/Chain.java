package org.mikromerit.kit.chain;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.mikromerit.kit.examination.Violation;

/**
 * Seals rows that are never rewritten, and finds those that were all the same. Each link covers
 * rows of one table that were visible and in no link yet, so a row that was committed out of the
 * order of its position is sealed by a later link. Nothing is sealed within the transaction that
 * writes it.
 */
@Singleton
public class Chain {
  /** The longest that a link gets. */
  static final int MOST = 1_000;

  /**
   * How long a row may be committed after rows with higher numbers were sealed; ten times as long
   * as a transaction may last. What appears below them later was put there by somebody else, and is
   * not sealed.
   */
  static final Duration LATEST = Duration.ofMinutes(10);

  private static final String CHECK = "chains";
  private static final String LINKS = "chain_link";

  /** What every service has. */
  private static final List<SealedTable> KIT =
      List.of(
          SealedTable.of("audit").numberedBy("position"),
          SealedTable.of("disclosure").numberedBy("position"),
          SealedTable.of("row_note"));

  private static final String LINK =
      """
      select number, sealed_table, covers, cast(positions as text) as positions, entries, highest,
             encode(marks, 'hex') as marks, sealed_at, encode(previous, 'hex') as previous,
             encode(digest, 'hex') as digest
        from chain_link
      """;

  private final Map<String, SealedTable> tables;

  /** Over the kit's tables and these. */
  public Chain(@All List<Facts> facts) {
    this.tables =
        Stream.concat(KIT.stream(), facts.stream().flatMap(each -> each.tables().stream()))
            .collect(
                Collectors.toMap(
                    SealedTable::name,
                    each -> each,
                    (one, other) -> {
                      throw new IllegalStateException("twice: " + one);
                    },
                    TreeMap::new));
  }

  /** Everything that is sealed, by name. */
  public List<SealedTable> tables() {
    return List.copyOf(tables.values());
  }

  /** The end of the chain; whoever keeps it elsewhere sees if the chain is cut off before it. */
  public record End(long number, String digest) {}

  /** The newest link; none before the first. */
  public Optional<End> end(Handle sql) {
    return sql.createQuery(
            "select number, encode(digest, 'hex') from chain_link order by number desc limit 1")
        .map((row, _) -> new End(row.getLong(1), row.getString(2)))
        .findOne();
  }

  /** Whether the chain has the link that once was its end. */
  boolean has(Handle sql, long number, String digest) {
    return sql.createQuery(
            "select exists (select from chain_link where number = :number and digest = decode(:digest, 'hex'))")
        .bind("number", number)
        .bind("digest", digest)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Seals the table's next rows, at most {@value #MOST}, within the caller's transaction; only one
   * caller at a time may.
   *
   * @param lookBack whether rows are looked for that were committed late; that costs a little more
   * @param lookedBack when that was done last: so long as nobody looked, no row came too late
   * @return how many rows were sealed
   */
  public int seal(
      Handle sql, SealedTable table, boolean lookBack, Instant lookedBack, Instant now) {
    List<Long> numbers = next(sql, table, lookBack, lookedBack);
    if (numbers.isEmpty()) {
      return 0;
    }
    List<String> covers = columns(sql, table);
    SortedMap<Long, String> rows = rows(sql, table, covers, numbers);
    Optional<Link> last = last(sql, "order by number desc limit 1");
    long highest =
        sql.createQuery(
                """
                select coalesce(max(highest), 0) from chain_link where sealed_table = :table
                """)
            .bind("table", table.name())
            .mapTo(Long.class)
            .one();
    insert(
        sql,
        Link.over(
            last.map(Link::number).orElse(0L) + 1,
            table.name(),
            covers,
            Positions.of(List.copyOf(rows.keySet())),
            Math.max(highest, rows.lastKey()),
            rows.values(),
            now,
            last.map(Link::digest).orElse(Link.NOTHING)));
    return rows.size();
  }

  /** When the last link was made; {@code now} where there is none. */
  public Instant lastSealed(Handle sql, Instant now) {
    return last(sql, "order by number desc limit 1")
        .map(Link::sealedAt)
        .filter(now::isAfter)
        .orElse(now);
  }

  private static List<Long> next(
      Handle sql, SealedTable table, boolean lookBack, Instant lookedBack) {
    return sql.createQuery(
            """
            with top as (
              select coalesce((select highest from chain_link where sealed_table = :table
                                order by highest desc limit 1), 0) as highest),
            settled as (
              select coalesce((select highest from chain_link
                                where sealed_table = :table and sealed_at <= :settled
                                order by sealed_at desc, highest desc limit 1), 0) as highest),
            gap as (
              select unnest(int8multirange(int8range(settled.highest + 1, top.highest + 1))
                     - coalesce((select range_agg(l.positions) from chain_link l
                                  where l.sealed_table = :table and l.highest >= settled.highest),
                                '{}')) as missing
                from top, settled where :lookBack and top.highest > settled.highest)
            select number from (
              (select <position> as number from <table>
                where <position> > (select highest from top) order by <position> limit <most>)
              union all
              (select late.number from gap cross join lateral (
                 select <position> as number from <table>
                  where <position> >= lower(missing) and <position> < upper(missing)
                  order by <position> limit <most>) late
                limit <most>)) candidate
             order by number limit <most>
            """)
        .define("position", table.position())
        .define("table", table.name())
        .define("most", MOST)
        .bind("table", table.name())
        .bind("settled", lookedBack.minus(LATEST))
        .bind("lookBack", lookBack)
        .mapTo(Long.class)
        .list();
  }

  /** What is covered from now on: every column that does not change. */
  private static List<String> columns(Handle sql, SealedTable table) {
    return all(sql, table).stream().filter(each -> !table.open().contains(each)).toList();
  }

  private static List<String> all(Handle sql, SealedTable table) {
    return sql.createQuery(
            """
            select attname from pg_attribute
             where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
             order by attnum
            """)
        .bind("table", table.name())
        .mapTo(String.class)
        .list();
  }

  /**
   * SHA-256 of each row, by position: of the JSON array of its columns' texts, as PostgreSQL writes
   * them with the settings below, in UTF-8.
   */
  private static SortedMap<Long, String> rows(
      Handle sql, SealedTable table, List<String> covers, List<Long> numbers) {
    sql.execute(
        """
        set local TimeZone to 'UTC'; set local DateStyle to 'ISO, YMD'; set local IntervalStyle to 'iso_8601';
        set local bytea_output to 'hex'; set local extra_float_digits to 1
        """);
    String texts =
        covers.stream()
            .map(each -> "cast(\"" + each + "\" as text)")
            .collect(Collectors.joining(", "));
    return sql.createQuery(
            """
            select <position> as number,
                   encode(sha256(convert_to(cast(to_jsonb(array[<texts>]) as text), 'UTF8')), 'hex') as sha256
              from <table> where <position> = any (:numbers)
            """)
        .define("position", table.position())
        .define("texts", texts)
        .define("table", table.name())
        .bindArray("numbers", Long.class, numbers)
        .reduceRows(
            new TreeMap<Long, String>(),
            (rows, row) -> {
              rows.put(row.getColumn("number", Long.class), row.getColumn("sha256", String.class));
              return rows;
            });
  }

  private static void insert(Handle sql, Link link) {
    sql.createUpdate(
            """
            insert into chain_link (number, sealed_table, covers, positions, entries, highest, marks,
                                    sealed_at, previous, digest)
            values (:number, :table, :covers, cast(:positions as int8multirange), :entries, :highest,
                    decode(:marks, 'hex'), :sealedAt, decode(:previous, 'hex'), decode(:digest, 'hex'))
            """)
        .bind("number", link.number())
        .bind("table", link.table())
        .bindArray("covers", String.class, link.covers())
        .bind("positions", link.positions().text())
        .bind("entries", link.entries())
        .bind("highest", link.highest())
        .bind("marks", link.marks())
        .bind("sealedAt", link.sealedAt())
        .bind("previous", link.previous())
        .bind("digest", link.digest())
        .execute();
  }

  /**
   * A piece of the chain that was examined.
   *
   * @param last number of the last link; what was asked after where there was none
   * @param links how many they were
   * @param rows how many rows they cover
   */
  public record Piece(long last, int links, long rows, List<Violation> violations) {}

  /** Examines the next links and every row that they cover. */
  public Piece links(Handle sql, long after, int most) {
    Optional<Link> before = last(sql, "where number = " + after);
    long number = after;
    String previous = before.map(Link::digest).orElse(Link.NOTHING);
    List<Link> links =
        sql.createQuery(LINK + "where number > :after order by number limit :most")
            .bind("after", after)
            .bind("most", most)
            .map((row, _) -> Link.of(row))
            .list();
    var violations = new ArrayList<Violation>();
    long rows = 0;
    for (Link link : links) {
      if (link.number() != number + 1) {
        violations.add(
            link(
                number + 1,
                link.number() == number + 2
                    ? "This link was removed."
                    : "The links from this one to the one before %d were removed."
                        .formatted(link.number())));
      } else if (!link.previous().equals(previous)) {
        violations.add(link(link.number(), "It does not continue the link before it."));
      }
      violations.addAll(examine(sql, link));
      number = link.number();
      previous = link.digest();
      rows += link.entries();
    }
    return new Piece(number, links.size(), rows, violations);
  }

  private List<Violation> examine(Handle sql, Link link) {
    SealedTable table = tables.get(link.table());
    if (table == null) {
      return List.of(link(link.number(), "It covers a table that is none of the sealed ones."));
    }
    // Names are part of a statement below, so they must be the table's own.
    if (link.covers().isEmpty() || !all(sql, table).containsAll(link.covers())) {
      return List.of(link(link.number(), "It covers columns that the table does not have."));
    }
    List<Long> numbers = link.positions().upTo(MOST).orElse(List.of());
    if (numbers.size() != link.entries() || link.marks().length() != link.entries() * Link.MARK) {
      return List.of(link(link.number(), "It does not say itself which rows it covers."));
    }
    return examine(link, table, numbers, rows(sql, table, link.covers(), numbers));
  }

  private static List<Violation> examine(
      Link link, SealedTable table, List<Long> numbers, SortedMap<Long, String> rows) {
    if (rows.size() == numbers.size() && link.digest().equals(link.digestOver(rows.values()))) {
      return List.of();
    }
    var violations = new ArrayList<Violation>();
    for (int place = 0; place < numbers.size(); place++) {
      String row = rows.get(numbers.get(place));
      if (row == null) {
        violations.add(row(table, numbers.get(place), "The row was sealed, and was removed."));
      } else if (!link.marks(place, row)) {
        violations.add(
            row(table, numbers.get(place), "The row was changed, or moved, after it was sealed."));
      }
    }
    return violations.isEmpty()
        ? List.of(link(link.number(), "The link itself was changed."))
        : violations;
  }

  /**
   * A piece of a table whose rows were looked for in the chain.
   *
   * @param last position that was looked at; empty at the table's end
   * @param missing rows that the chain will seal when it gets to them
   * @param violations rows that were put where the chain had passed
   */
  public record Coverage(
      OptionalLong last, long rows, List<Long> missing, List<Violation> violations) {}

  /** Looks for rows that no link covers. */
  public Coverage coverage(Handle sql, SealedTable table, long after, int most, Instant now) {
    List<Long> numbers =
        sql.createQuery(
                """
                select <position> from <table> where <position> > :after order by <position> limit :most
                """)
            .define("position", table.position())
            .define("table", table.name())
            .bind("after", after)
            .bind("most", most)
            .mapTo(Long.class)
            .list();
    if (numbers.isEmpty()) {
      return new Coverage(OptionalLong.empty(), 0, List.of(), List.of());
    }
    var missing = new ArrayList<Long>();
    var violations = new ArrayList<Violation>();
    long settled = settled(sql, table, now);
    for (long number : uncovered(sql, table, numbers)) {
      if (number > settled) {
        missing.add(number);
      } else {
        violations.add(row(table, number, "The row was inserted where the chain had passed."));
      }
    }
    return new Coverage(OptionalLong.of(numbers.getLast()), numbers.size(), missing, violations);
  }

  private static List<Long> uncovered(Handle sql, SealedTable table, List<Long> numbers) {
    return sql.createQuery(
            """
            with covered as (
              select coalesce(range_agg(positions), '{}') as positions from chain_link
               where sealed_table = :table and positions && int8range(:first, :last, '[]'))
            select number from unnest(:numbers) as number, covered
             where not covered.positions @> number order by number
            """)
        .bind("table", table.name())
        .bind("first", numbers.getFirst())
        .bind("last", numbers.getLast())
        .bindArray("numbers", Long.class, numbers)
        .mapTo(Long.class)
        .list();
  }

  private static long settled(Handle sql, SealedTable table, Instant now) {
    return sql.createQuery(
            """
            select coalesce((select highest from chain_link
                              where sealed_table = :table and sealed_at <= :settled
                              order by sealed_at desc, highest desc limit 1), 0)
            """)
        .bind("table", table.name())
        .bind("settled", now.minus(LATEST))
        .mapTo(Long.class)
        .one();
  }

  private static Optional<Link> last(Handle sql, String which) {
    return sql.createQuery(LINK + which).map((row, _) -> Link.of(row)).findOne();
  }

  private static Violation link(long number, String sentence) {
    return new Violation(CHECK, LINKS, "number=" + number, sentence);
  }

  private static Violation row(SealedTable table, long number, String sentence) {
    return new Violation(CHECK, table.name(), table.row(number), sentence);
  }
}
