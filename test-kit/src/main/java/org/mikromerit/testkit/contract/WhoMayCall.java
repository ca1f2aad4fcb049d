package org.mikromerit.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mikromerit.testkit.http.OpenApi.Operation;

/**
 * Who may call which operation, as a service's {@code who-may-call.txt} says: one line for each,
 * {@code METHOD path | reach | roles}. What every service has stands in the test-kit's own file.
 */
final class WhoMayCall {
  private static final String FILE = "/who-may-call.txt";
  private static final String OF_EVERY_SERVICE = "who-may-call-everywhere.txt";

  private final Map<String, Row> rows;

  private WhoMayCall(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** Whose things an operation reaches. */
  enum Reach {
    /** What is public. */
    EVERYONE,
    /** What belongs to the organisation that the path and the token name. */
    OWN_ORGANISATION,
    /** What the person's own account owns. */
    OWN_ACCOUNT,
    /** Every organisation's: the authority and the operator. */
    ANY_ORGANISATION
  }

  /** Who may call one operation. */
  record Row(Reach reach, Set<String> roles) {
    Row {
      if ((reach == Reach.EVERYONE) != roles.isEmpty()) {
        throw new IllegalArgumentException("roles belong to what is not for everyone: " + roles);
      }
    }
  }

  static WhoMayCall of(Class<?> test) {
    var rows = new TreeMap<String, Row>();
    read(WhoMayCall.class.getResourceAsStream(OF_EVERY_SERVICE), OF_EVERY_SERVICE, rows);
    read(test.getResourceAsStream(FILE), FILE, rows);
    return new WhoMayCall(rows);
  }

  private static void read(@Nullable InputStream file, String name, Map<String, Row> rows) {
    if (file == null) {
      throw new IllegalStateException("no " + name);
    }
    try (file) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String line, Map<String, Row> rows) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 3) {
      throw new IllegalArgumentException("not METHOD path | reach | roles: " + line);
    }
    Reach reach =
        Reach.valueOf(cells[1].strip().replace(' ', '_').toUpperCase(java.util.Locale.ROOT));
    Set<String> roles = cells[2].isBlank() ? Set.of() : Set.of(cells[2].strip().split(", *"));
    if (rows.put(cells[0].strip(), new Row(reach, roles)) != null) {
      throw new IllegalArgumentException("twice in the table: " + line);
    }
  }

  List<String> operations() {
    return List.copyOf(rows.keySet());
  }

  boolean knows(Operation operation) {
    return rows.containsKey(operation.toString());
  }

  Row of(Operation operation) {
    Row row = rows.get(operation.toString());
    if (row == null) {
      throw new IllegalArgumentException("not in the table: " + operation);
    }
    return row;
  }
}
