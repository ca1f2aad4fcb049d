package org.mikromerit.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects everything that is wrong with a request, so that its sender learns it at once rather
 * than one by one.
 */
public final class Violations {
  private static final int MOST = 100;

  private final List<Map<String, Object>> errors = new ArrayList<>();

  /**
   * Notes one thing that is wrong.
   *
   * @param code stable, for programs
   * @param field a JSON pointer
   * @param detail for people: what is wrong and what to do
   */
  public void add(String code, String field, String detail) {
    add(Map.of(), code, field, detail);
  }

  /** The same with further members, such as the standard element that is concerned. */
  public void add(Map<String, ?> further, String code, String field, String detail) {
    if (errors.size() < MOST) {
      var error = new LinkedHashMap<String, Object>();
      error.put("code", code);
      error.putAll(further);
      error.put("field", field);
      error.put("detail", detail);
      errors.add(error);
    }
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  public List<Map<String, Object>> errors() {
    return List.copyOf(errors);
  }

  /**
   * Ends the request with the given problem, carrying the violations as {@code errors}, where there
   * are any.
   */
  public void throwIfAny(Problem base) {
    if (!isEmpty()) {
      throw new ProblemException(base.with("errors", errors()));
    }
  }
}
