package org.mikromerit.portal.reach;

import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.page.Why;

/**
 * What another service answered: the value, its refusal, or nothing at all. A page shows each in
 * its own way, and the other parts of the page whatever this one is.
 */
public sealed interface Reached<T> {

  /** The answer. */
  record Here<T>(T value) implements Reached<T> {}

  /**
   * It understood, and said no.
   *
   * @param status its HTTP status, 4xx
   */
  record Refused<T>(int status, Problem problem) implements Reached<T> {}

  /** It did not answer, or not in time, or only that it cannot. */
  record Away<T>(String service) implements Reached<T> {}

  /**
   * A problem as RFC 9457 has it.
   *
   * @param type stable, for programs
   * @param field what of the request it is about, as a JSON pointer
   * @param errors each thing that is wrong, where there are several
   */
  record Problem(
      @Nullable String type,
      @Nullable String detail,
      @Nullable String field,
      @Nullable List<Fault> errors) {

    /** One for which there are no words. */
    public static Problem unknown() {
      return new Problem(null, null, null, null);
    }

    /** Whether it is the problem of this short name, such as {@code not-found}. */
    public boolean is(String name) {
      return type != null && type.endsWith("/" + name);
    }

    /** Why it is refused, for which there are words. */
    public Why why() {
      return Why.of(type);
    }

    /** All that is wrong, one by one. */
    public List<Fault> faults() {
      if (errors != null) {
        return errors;
      }
      return field == null ? List.of() : List.of(new Fault(type, field, detail));
    }

    /** The same, each reason once: of which field it is stands beside the field. */
    public Collection<Fault> reasons() {
      Map<List<String>, Fault> reasons = new LinkedHashMap<>();
      for (Fault fault : faults()) {
        String told = fault.why().toldByService() ? String.valueOf(fault.detail()) : "";
        reasons.putIfAbsent(List.of(fault.why().name(), told), fault);
      }
      return reasons.values();
    }

    /** What is wrong with a field, by its JSON pointer; null where nothing is. */
    public @Nullable Fault at(String pointer) {
      return faults().stream()
          .filter(fault -> pointer.equals(fault.field()))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * One thing that is wrong with a request.
   *
   * @param code stable, for programs; a problem's type where that is all there is
   * @param detail in English, for whoever calls a service
   */
  record Fault(@Nullable String code, @Nullable String field, @Nullable String detail) {

    /** Why that is wrong, for which there are words. */
    public Why why() {
      return Why.of(code);
    }
  }

  /** The answer, where the whole page is about it; else the page is that failure's. */
  default T orFailure() {
    return switch (this) {
      case Here<T>(T value) -> value;
      case Refused<T>(int status, Problem _) -> throw new WebApplicationException(status);
      case Away<T> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  /** The answer or its absence; a refusal is the whole page's failure. */
  default Reached<T> unlessRefused() {
    if (this instanceof Refused<T>(int status, Problem _)) {
      throw new WebApplicationException(status);
    }
    return this;
  }

  /** The answer, its absence, or a refusal of that field alone, which the page shows beside it. */
  default Reached<T> unlessRefusedBut(String field) {
    return this instanceof Refused<T>(int _, Problem problem) && field.equals(problem.field())
        ? this
        : unlessRefused();
  }

  /** Whether there is an answer, for templates. */
  default boolean here() {
    return this instanceof Here<T>;
  }

  /** Whether it said no, for templates. */
  default boolean refused() {
    return this instanceof Refused<T>;
  }

  /** The answer where there is one, for templates. */
  default T value() {
    if (this instanceof Here<T>(T value)) {
      return value;
    }
    throw new IllegalStateException("no answer to show");
  }

  /** Whose answer is missing; null where there is one, for templates. */
  default @Nullable String away() {
    return this instanceof Away<T>(String service) ? service : null;
  }
}
