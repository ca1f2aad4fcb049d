package org.mikromerit.portal.institution;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.reach.Reached.Fault;
import org.mikromerit.portal.reach.Reached.Problem;

/**
 * A form as somebody filled it in, with what was said against it. A field's name is the JSON
 * pointer of what it becomes in a request, without the first slash, so that a service's answer
 * finds the field.
 *
 * @param problem null where nothing was said against it
 */
public record Filled(MultivaluedMap<String, String> values, @Nullable Problem problem) {

  /** One that nothing was written into yet. */
  public static Filled empty() {
    return new Filled(new MultivaluedHashMap<>(), null);
  }

  /** The same with a value where there was none. */
  public Filled with(String name, @Nullable String value) {
    if (value != null) {
      values.putSingle(name, value);
    }
    return this;
  }

  /** The same, refused. */
  public Filled refused(Problem by) {
    return new Filled(values, by);
  }

  /** What stands in a field; empty if nothing does. */
  public String value(String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  /** Whether a choice was made. */
  public boolean has(String name, String choice) {
    return values.getOrDefault(name, List.of()).contains(choice);
  }

  /** What somebody wrote into a field; null if nothing but blanks. */
  public @Nullable String written(String name) {
    String value = value(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable Fault error(String name) {
    return problem == null ? null : problem.at("/" + name);
  }

  /** Everything that is wrong. */
  public List<Fault> faults() {
    return problem == null ? List.of() : problem.faults();
  }
}
