package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.kit.chain.Chain;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.kit.chain.SealedTable;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.testkit.contract.RandomRows.Column;
import org.mikromerit.testkit.platform.Platform;

/**
 * Whoever rewrites what a service never rewrites is found. It works on a database of its own, with
 * the service's tables and without their constraints, so that every table has rows of every shape.
 */
public abstract class ChainContract {
  private static final String SEED = "mikromerit.chain.seed";
  private static final int ROWS = 30;
  private static final String LINKS = "chain_link";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  /** The kit's tables that only grow and are not sealed, and why. */
  private static final Map<String, String> KIT_LEAVES_OPEN =
      Map.of(LINKS, "is the chain", "replay", "work under way", "inbox", "is pruned");

  private Database database;

  /** What the service declares; none if it has nothing of its own. */
  protected abstract Optional<Facts> facts();

  /** Tables that the service may add to and not delete from, and that are not sealed, and why. */
  protected abstract Map<String, String> leavesOpen();

  /** How many edits are tried, each column at least once. */
  protected int edits() {
    return 250;
  }

  @BeforeEach
  void migrate() {
    database = Platform.get().freshDatabase("chain");
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
        .locations("classpath:db/kit", "classpath:db/migration")
        .placeholders(Map.of("app_role", database.app()))
        .load()
        .migrate();
  }

  @Test
  @Tag("S10")
  void whatTheServiceMayAddToAndNotTakeAwayFromIsSealed() throws SQLException {
    try (Handle sql = owner()) {
      List<String> growing =
          sql.createQuery(
                  """
                  select relname from pg_class
                   where relnamespace = cast('public' as regnamespace) and relkind = 'r'
                     and has_table_privilege(:app, oid, 'INSERT')
                     and not has_table_privilege(:app, oid, 'DELETE')
                     and not has_table_privilege(:app, oid, 'UPDATE')
                  """)
              .bind("app", database.app())
              .mapTo(String.class)
              .list();
      List<String> sealed = chain().tables().stream().map(SealedTable::name).toList();

      assertThat(growing)
          .filteredOn(each -> !KIT_LEAVES_OPEN.containsKey(each))
          .filteredOn(each -> !leavesOpen().containsKey(each))
          .containsExactlyInAnyOrderElementsOf(sealed);
    }
  }

  @Test
  @Tag("S10")
  void everyColumnIsSealedThatTheServiceMayNotChange() throws SQLException {
    try (Handle sql = owner()) {
      for (SealedTable table : chain().tables()) {
        List<String> changing =
            sql.createQuery(
                    """
                    select attname from pg_attribute
                     where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                       and has_column_privilege(:app, attrelid, attnum, 'UPDATE')
                    """)
                .bind("table", table.name())
                .bind("app", database.app())
                .mapTo(String.class)
                .list();

        assertThat(table.open())
            .as("open columns of %s", table.name())
            .containsExactlyInAnyOrderElementsOf(changing);
      }
    }
  }

  @Test
  @Tag("S10")
  void everyEditIsFoundInItsPlace() throws SQLException {
    long seed = Long.getLong(SEED, new Random().nextLong());
    System.out.printf("edits: seed %d (-D%s=%d)%n", seed, SEED, seed);
    var random = new Random(seed);
    try (Handle sql = owner()) {
      filled(sql, random);
      assertThat(examine(sql)).as("untouched").isEmpty();
      List<Edit> edits = edits(sql, random);

      for (Edit edit : edits) {
        sql.begin();
        List<Place> places = edit.make(sql);
        List<Violation> violations = examine(sql);
        sql.rollback();

        assertThat(violations)
            .as("%s, seed %d", edit, seed)
            .anyMatch(each -> places.stream().anyMatch(place -> place.isOf(each)));
      }
      assertThat(examine(sql)).as("untouched again").isEmpty();
      System.out.printf("edits: %d made, %d found%n", edits.size(), edits.size());
    }
  }

  @Test
  @Tag("S10")
  void nothingIsFoundWhileManyWrite() throws Exception {
    var chain = chain();
    try (Handle sql = owner();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SealedTable table : chain.tables()) {
        RandomRows.free(sql, table.name(), table.position());
      }
      var writers = new ArrayList<Future<Integer>>();
      for (int writer = 0; writer < 6; writer++) {
        writers.add(threads.submit(writer(new Random(writer))));
      }
      var found = new ArrayList<Violation>();
      for (int turn = 0; writers.stream().anyMatch(each -> !each.isDone()); turn++) {
        seal(sql, turn % 3 == 0, NOW);
        found.addAll(links(sql));
      }

      int written = sum(writers);
      seal(sql, true, NOW);
      found.addAll(examine(sql));
      assertThat(found).isEmpty();
      assertThat(covered(sql)).isEqualTo(written);
    }
  }

  @Test
  @Tag("S10")
  void aRowThatWasCommittedLateIsSealedAndOneThatComesLongAfterIsFound() throws SQLException {
    var random = new Random(1);
    SealedTable table = chain().tables().getFirst();
    try (Handle sql = owner();
        Handle slow = owner()) {
      RandomRows.free(sql, table.name(), table.position());
      var rows = new RandomRows(random);
      slow.begin();
      rows.insert(slow, table.name(), table.position());
      rows.insert(sql, table.name(), table.position());
      seal(sql, true, NOW);
      slow.commit();
      seal(sql, true, NOW.plusSeconds(5));
      assertThat(examine(sql)).isEmpty();
      assertThat(covered(sql)).isEqualTo(2);

      slow.begin();
      rows.insert(slow, table.name(), table.position());
      rows.insert(sql, table.name(), table.position());
      seal(sql, true, NOW.plusSeconds(10));
      slow.commit();
      seal(sql, true, NOW.plus(HOUR));

      assertThat(examine(sql)).extracting(Violation::table).containsExactly(table.name());
    }
  }

  @Test
  @Tag("S10")
  void aRowThatWasCommittedJustBeforeARestIsSealedHoweverLongThatLasted() throws SQLException {
    SealedTable table = chain().tables().getFirst();
    try (Handle sql = owner();
        Handle slow = owner()) {
      RandomRows.free(sql, table.name(), table.position());
      var rows = new RandomRows(new Random(3));
      slow.begin();
      rows.insert(slow, table.name(), table.position());
      rows.insert(sql, table.name(), table.position());
      seal(sql, true, NOW);
      slow.commit();
      Instant later = NOW.plus(HOUR);

      int sealed = chain().seal(sql, table, true, chain().lastSealed(sql, later), later);

      assertThat(sealed).isEqualTo(1);
      assertThat(examine(sql)).isEmpty();
      assertThat(covered(sql)).isEqualTo(2);
    }
  }

  @Test
  @Tag("S10")
  void columnsThatAreAddedLaterAreSealedFromThenOn() throws SQLException {
    SealedTable table = chain().tables().getFirst();
    try (Handle sql = owner()) {
      RandomRows.free(sql, table.name(), table.position());
      var rows = new RandomRows(new Random(2));
      rows.insert(sql, table.name(), table.position());
      seal(sql, false, NOW);
      sql.execute("alter table " + table.name() + " add column later text not null default 'x'");
      rows.insert(sql, table.name(), table.position());
      seal(sql, false, NOW);
      assertThat(examine(sql)).isEmpty();

      sql.execute("update " + table.name() + " set later = later || 'y'");

      assertThat(examine(sql)).hasSize(1);
    }
  }

  private Chain chain() {
    return new Chain(facts().map(List::of).orElse(List.of()));
  }

  private Handle owner() throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    Handle handle = Jdbi.open(connection);
    handle.registerArrayType(Long.class, "bigint");
    handle.registerArrayType(String.class, "text");
    return handle;
  }

  private void filled(Handle sql, Random random) {
    var rows = new RandomRows(random);
    for (SealedTable table : chain().tables()) {
      RandomRows.free(sql, table.name(), table.position());
      sql.execute(
          "alter table %s alter column %s set generated by default"
              .formatted(table.name(), table.position()));
    }
    RandomRows.free(sql, LINKS, "number");
    for (int piece = 0; piece < 3; piece++) {
      for (SealedTable table : chain().tables()) {
        for (int row = 0; row < ROWS / 3; row++) {
          rows.insert(sql, table.name(), table.position());
          if (random.nextInt(4) == 0) {
            // A number that nobody has.
            sql.execute(
                "select nextval(pg_get_serial_sequence('%s', '%s'))"
                    .formatted(table.name(), table.position()));
          }
        }
      }
      seal(sql, true, NOW);
    }
  }

  private void seal(Handle sql, boolean lookBack, Instant now) {
    Chain chain = chain();
    for (SealedTable table : chain.tables()) {
      sql.useTransaction(each -> chain.seal(each, table, lookBack, now, now));
    }
  }

  private List<Violation> examine(Handle sql) {
    var violations = new ArrayList<>(links(sql));
    for (SealedTable table : chain().tables()) {
      long after = Long.MIN_VALUE;
      for (OptionalLong last = OptionalLong.of(after); last.isPresent(); ) {
        var coverage = chain().coverage(sql, table, after, 1_000, NOW.plus(HOUR));
        violations.addAll(coverage.violations());
        coverage
            .missing()
            .forEach(
                each ->
                    violations.add(
                        new Violation("", table.name(), table.position() + "=" + each, "")));
        last = coverage.last();
        after = last.orElse(after);
      }
    }
    return violations;
  }

  private List<Violation> links(Handle sql) {
    var violations = new ArrayList<Violation>();
    long after = 0;
    Chain.Piece piece;
    do {
      long from = after;
      piece = sql.inTransaction(each -> chain().links(each, from, 7));
      violations.addAll(piece.violations());
      after = piece.last();
    } while (piece.links() == 7);
    return violations;
  }

  private static int covered(Handle sql) {
    return sql.createQuery("select coalesce(sum(entries), 0) from chain_link")
        .mapTo(Integer.class)
        .one();
  }

  private Callable<Integer> writer(Random random) {
    return () -> {
      int written = 0;
      try (Handle sql = owner()) {
        var rows = new RandomRows(random);
        List<SealedTable> tables = chain().tables();
        for (int transaction = 0; transaction < 60; transaction++) {
          sql.begin();
          int inserts = 1 + random.nextInt(5);
          for (int insert = 0; insert < inserts; insert++) {
            SealedTable table = tables.get(random.nextInt(tables.size()));
            rows.insert(sql, table.name(), table.position());
            Thread.sleep(random.nextInt(8));
          }
          if (random.nextInt(4) == 0) {
            sql.rollback();
          } else {
            sql.commit();
            written += inserts;
          }
        }
      }
      return written;
    };
  }

  private static int sum(List<Future<Integer>> writers)
      throws ExecutionException, InterruptedException {
    int sum = 0;
    for (Future<Integer> each : writers) {
      sum += each.get();
    }
    return sum;
  }

  /** Where an edit is to be found. */
  private record Place(String table, String row) {
    boolean isOf(Violation violation) {
      return violation.table().equals(table) && (row.isEmpty() || violation.row().equals(row));
    }
  }

  /** What somebody could do to one row, or two. */
  private interface Edit {
    /** Makes it, and says where. */
    List<Place> make(Handle sql);
  }

  /** Each column's change at least once; then any kind of edit, anywhere. */
  private List<Edit> edits(Handle sql, Random random) {
    var tables = new ArrayList<SealedTable>(chain().tables());
    tables.add(SealedTable.of(LINKS).numberedBy("number"));
    var all = new ArrayList<Edit>();
    for (SealedTable table : tables) {
      for (Column column : RandomRows.columns(sql, table.name())) {
        if (!table.open().contains(column.name())) {
          all.add(new Changed(table, column, random));
        }
      }
    }
    while (all.size() < edits()) {
      SealedTable table = tables.get(random.nextInt(tables.size()));
      List<Column> columns =
          RandomRows.columns(sql, table.name()).stream()
              .filter(each -> !table.open().contains(each.name()))
              .toList();
      all.add(
          switch (random.nextInt(6)) {
            case 0 -> new Removed(table, random);
            case 1 -> new Swapped(table, random);
            case 2 -> new Inserted(table, random);
            default -> new Changed(table, columns.get(random.nextInt(columns.size())), random);
          });
    }
    return all;
  }

  private record Changed(SealedTable table, Column column, Random random) implements Edit {
    @Override
    public List<Place> make(Handle sql) {
      long row = anyRow(sql, table, random);
      var values = new RandomRows(random);
      int changed = 0;
      while (changed == 0) {
        String value = column.name().equals(table.position()) ? free(random) : values.value(column);
        changed =
            RandomRows.execute(
                sql,
                "update %s set %s = %s where %s = %d and %s is distinct from %s"
                    .formatted(
                        table.name(),
                        column.name(),
                        value,
                        table.position(),
                        row,
                        column.name(),
                        value));
      }
      return places(table, row);
    }

    /** A number that no row has. */
    private static String free(Random random) {
      return Integer.toString(1_000_000 + random.nextInt(1_000_000));
    }

    @Override
    public String toString() {
      return "changed " + table.name() + "." + column.name();
    }
  }

  private record Removed(SealedTable table, Random random) implements Edit {
    @Override
    public List<Place> make(Handle sql) {
      long row = anyRow(sql, table, random);
      var places = new ArrayList<>(places(table, row));
      if (table.name().equals(LINKS)) {
        // Where it was the last, nothing is left to tell of it, and its rows are covered by none.
        sql.createQuery("select sealed_table from chain_link where number = " + row)
            .mapTo(String.class)
            .forEach(each -> places.add(new Place(each, "")));
      }
      sql.execute("delete from %s where %s = %d".formatted(table.name(), table.position(), row));
      return places;
    }

    @Override
    public String toString() {
      return "removed from " + table.name();
    }
  }

  private record Swapped(SealedTable table, Random random) implements Edit {
    private static final long ELSEWHERE = 9_000_000;

    @Override
    public List<Place> make(Handle sql) {
      long one = anyRow(sql, table, random);
      long other = one;
      while (other == one) {
        other = anyRow(sql, table, random);
      }
      move(sql, one, ELSEWHERE);
      move(sql, other, one);
      move(sql, ELSEWHERE, other);
      return places(table, one);
    }

    private void move(Handle sql, long from, long to) {
      sql.execute(
          "update %s set %s = %d where %s = %d"
              .formatted(table.name(), table.position(), to, table.position(), from));
    }

    @Override
    public String toString() {
      return "swapped in " + table.name();
    }
  }

  private record Inserted(SealedTable table, Random random) implements Edit {
    @Override
    public List<Place> make(Handle sql) {
      long gap =
          sql.createQuery(
                  """
                  select free from generate_series(1, (select max(<position>) + 1 from <table>)) as free
                   where not exists (select from <table> where <position> = free)
                   order by free limit 1
                  """)
              .define("position", table.position())
              .define("table", table.name())
              .mapTo(Long.class)
              .one();
      var rows = new RandomRows(random);
      List<Column> columns = RandomRows.columns(sql, table.name());
      var values = new ArrayList<String>();
      for (Column column : columns) {
        values.add(
            column.name().equals(table.position()) ? Long.toString(gap) : rows.value(column));
      }
      RandomRows.execute(
          sql,
          "insert into %s (%s) values (%s)"
              .formatted(
                  table.name(),
                  String.join(", ", columns.stream().map(Column::name).toList()),
                  String.join(", ", values)));
      return places(table, gap);
    }

    @Override
    public String toString() {
      return "inserted into " + table.name();
    }
  }

  private static List<Place> places(SealedTable table, long row) {
    // What was done to a link shows at it, or at the one after it.
    return List.of(
        new Place(table.name(), table.name().equals(LINKS) ? "" : table.position() + "=" + row));
  }

  private static long anyRow(Handle sql, SealedTable table, Random random) {
    List<Long> rows =
        sql.createQuery("select <position> from <table> order by <position>")
            .define("position", table.position())
            .define("table", table.name())
            .mapTo(Long.class)
            .list();
    return rows.get(random.nextInt(rows.size()));
  }
}
