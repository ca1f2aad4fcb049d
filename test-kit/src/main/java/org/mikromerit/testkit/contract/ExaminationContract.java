package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.kit.chain.Chain;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.kit.chain.NotedTable;
import org.mikromerit.kit.chain.SealedTable;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.kit.projection.Projection;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.identity.Tokens;

/** A service examines itself when the operator asks. */
public abstract class ExaminationContract {
  private static final String EXAMINATIONS = "/operator/examinations";

  /** The kit's own: what is under way, what is pruned, and the examinations themselves. */
  private static final Set<String> KIT =
      Set.of(
          "chain_link",
          "entity_version",
          "examination",
          "examination_check",
          "examination_violation",
          "flyway_schema_history",
          "idempotency",
          "inbox",
          "outbox",
          "parked",
          "replay",
          "rewind",
          "rewound");

  /** What the service keeps is of every kind that it examines; nothing by default. */
  protected void prepared() {}

  /** Tables, and {@code table.column}, whose edits nobody finds, each with the reason. */
  protected abstract Map<String, String> leavesOpen();

  @Test
  @Tag("S10")
  void anEditOfAnyColumnThatIsNotSealedIsFoundUnlessThereIsAReason() throws SQLException {
    prepared();
    Edits.free(Edits.tables());
    Map<String, SealedTable> sealed =
        Arc.container().instance(Chain.class).get().tables().stream()
            .collect(Collectors.toMap(SealedTable::name, each -> each));
    Set<String> copies =
        Arc.container().listAll(Projection.class).stream()
            .flatMap(each -> each.get().tables().stream())
            .collect(Collectors.toSet());
    Await.untilAsserted("nothing is found", () -> assertThat(Edits.found()).isEmpty());
    var unseen = new ArrayList<String>();
    for (String table : Edits.tables()) {
      if (KIT.contains(table) || copies.contains(table) || leavesOpen().containsKey(table)) {
        continue;
      }
      for (String column : Edits.columns(table)) {
        SealedTable known = sealed.get(table);
        boolean isSealed = known != null && !known.open().contains(column);
        if (!isSealed && !leavesOpen().containsKey(table + "." + column)) {
          if (Edits.foundAfterEditOf(table, column).isEmpty()) {
            unseen.add(table + "." + column);
          }
        }
      }
    }
    assertThat(unseen).isEmpty();
  }

  @Test
  @Tag("S10")
  void aRowThatChangesByRightAndWasTakenAwayIsFound() throws SQLException {
    prepared();
    Edits.free(Edits.tables());
    Await.untilAsserted("nothing is found", () -> assertThat(Edits.found()).isEmpty());
    for (Facts facts :
        Arc.container().listAll(Facts.class).stream().map(each -> each.get()).toList()) {
      for (NotedTable table : facts.noted()) {
        assertThat(Edits.foundWithout(table.name()))
            .as("a row less of %s", table.name())
            .contains(table.name());
      }
    }
  }

  @Test
  @Tag("S10")
  void nothingIsFoundWhereNobodyRewroteAnything() {
    prepared();

    JsonNode examination = examined("{}");

    assertThat(violations(examination)).isEmpty();
    assertThat(examination.path("state").asText()).isEqualTo("CLEAN");
    assertThat(examination.path("checks").findValuesAsText("state")).containsOnly("FINISHED");
  }

  @Test
  @Tag("S10")
  void aRowThatSomebodyRewroteIsFoundInItsPlace() throws SQLException {
    // The examination itself is an audited act.
    examined("{}");
    long row = number("select max(position) from audit");
    execute("update audit set actor = actor || 'x' where position = " + row);
    try {
      JsonNode examination = examined("{}");

      assertThat(examination.path("state").asText()).isEqualTo("VIOLATED");
      assertThat(violations(examination).findValuesAsText("row"))
          .containsExactly("position=" + row);
    } finally {
      execute("update audit set actor = left(actor, -1) where position = " + row);
    }
  }

  @Test
  @Tag("S10")
  void aChainThatDoesNotHaveTheEndThatIsRememberedIsFound() {
    JsonNode first = examined("{}");
    String[] end = note(first, "chains").split(" ", -1);
    JsonNode same = examined(remembering(Long.parseLong(end[0]), end[1]));

    JsonNode other = examined(remembering(Long.parseLong(end[0]), "0".repeat(64)));

    assertThat(same.path("state").asText()).isEqualTo("CLEAN");
    assertThat(violations(other).findValuesAsText("row")).containsExactly("number=" + end[0]);
  }

  @Test
  void whatAFailedCheckMadeIsThrownAway() throws SQLException {
    execute("select examined_anew(array['audit'])");
    UUID id = UUID.randomUUID();

    execute(
        """
        with asked as (insert into examination (id, requested_at) values ('%s', now()) returning id)
        insert into examination_check (examination, ordinal, name, cursor)
        select id, 1, 'copies', 'none of its cursors' from asked
        """
            .formatted(id));

    Await.until(
        "it failed",
        () -> OperatorCalls.read(EXAMINATIONS + "/" + id).path("state").asText().equals("FAILED"));
    assertThat(number("select count(*) from pg_tables where schemaname = 'examined'")).isZero();
  }

  @Test
  void whoHasNothingToExamineHoldsNoConnectionToTheBroker() {
    examined("{}");

    Await.until(
        "the consumer is closed",
        () ->
            ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("kafka.consumer:type=app-info,id=*-examination"), null)
                .isEmpty());
  }

  @Test
  void whatIsRememberedMustBeALink() {
    var reply =
        new Http("http://localhost:" + RestAssured.port)
            .post(EXAMINATIONS)
            .bearer(Tokens.of(Roles.OPERATOR))
            .json("{\"known\": {\"number\": 1, \"digest\": \"yes\"}}")
            .send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("/known/digest");
  }

  private static String remembering(long number, String digest) {
    return "{\"known\": {\"number\": %d, \"digest\": \"%s\"}}".formatted(number, digest);
  }

  /** Asks for an examination and waits for its end. */
  protected static JsonNode examined(String request) {
    String id = OperatorCalls.begin(EXAMINATIONS, request).path("id").asText();
    String path = EXAMINATIONS + "/" + id;
    Await.until(
        "examined", () -> !OperatorCalls.read(path).path("state").asText().equals("RUNNING"));
    return OperatorCalls.read(path);
  }

  /** What an examination found. */
  protected static JsonNode violations(JsonNode examination) {
    return OperatorCalls.read(EXAMINATIONS + "/" + examination.path("id").asText() + "/violations")
        .path("items");
  }

  /** What the check says besides, once it is done. */
  protected static String note(JsonNode examination, String check) {
    for (JsonNode each : examination.path("checks")) {
      if (each.path("name").asText().equals(check)) {
        return each.path("note").asText();
      }
    }
    throw new AssertionError("no check " + check + ": " + examination);
  }

  /** What one check finds by itself. */
  public static List<Violation> foundBy(String check) {
    return Edits.violations(check);
  }

  /** Does what the service cannot: changes a row as the owner of the database. */
  public static void execute(String text) throws SQLException {
    try (var owner = Owner.connect();
        var sql = owner.createStatement()) {
      sql.execute(text);
    }
  }

  private static long number(String query) throws SQLException {
    try (var owner = Owner.connect();
        var sql = owner.createStatement();
        var row = sql.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
