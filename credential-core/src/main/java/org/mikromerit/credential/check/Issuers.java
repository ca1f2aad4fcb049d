package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mikromerit.credential.did.Did;

/** Who may issue, from our own copy of the register. */
public interface Issuers {

  Answer find(Did issuer);

  /** What is known of an issuer. */
  sealed interface Answer {}

  /**
   * It is in the register.
   *
   * @param name the register's
   * @param history when it was entitled and when not, the oldest first
   * @param accreditations all that the register has recorded of it
   * @param told when another register told so, its keys with it; empty if we are kept informed
   */
  record Listed(
      String name,
      List<Entitlement> history,
      List<Accreditation> accreditations,
      Optional<Told> told)
      implements Answer {

    /** Copies the lists. */
    public Listed {
      history = List.copyOf(history);
      accreditations = List.copyOf(accreditations);
    }

    public Listed(String name, List<Entitlement> history, List<Accreditation> accreditations) {
      this(name, history, accreditations, Optional.empty());
    }

    public Listed(String name, List<Entitlement> history) {
      this(name, history, List.of());
    }

    /** The same, as it was told. */
    public Listed as(Told told) {
      return new Listed(name, history, accreditations, Optional.of(told));
    }

    /**
     * Whether it was entitled at that moment; before the history begins it was not. Documents tell
     * times to the second, so whoever was entitled for a part of that second was.
     */
    public boolean entitledAt(Instant moment) {
      return IntStream.range(0, history.size())
          .filter(i -> !moment.isBefore(IssuerCheck.toTheSecond(history.get(i).from())))
          .filter(i -> i == history.size() - 1 || moment.isBefore(history.get(i + 1).from()))
          .anyMatch(i -> history.get(i).entitled());
    }

    /** What held at that moment; empty before the history begins. */
    Optional<Entitlement> at(Instant moment) {
      return history.stream()
          .filter(step -> !IssuerCheck.toTheSecond(step.from()).isAfter(moment))
          .reduce((earlier, later) -> later);
    }
  }

  /**
   * Since when it was entitled to issue, or was not.
   *
   * @param reason the authority's, as it published it
   */
  record Entitlement(Instant from, boolean entitled, Optional<String> reason) {

    public Entitlement(Instant from, boolean entitled) {
      this(from, entitled, Optional.empty());
    }
  }

  /**
   * An accreditation as the register recorded it.
   *
   * @param until when it lapses by itself
   * @param withdrawnAt when it was taken back
   */
  record Accreditation(
      String scheme,
      String body,
      Optional<String> scope,
      Instant from,
      Optional<Instant> until,
      Optional<Instant> withdrawnAt) {

    boolean inForceAt(Instant moment) {
      return !moment.isBefore(from) && end().filter(end -> !moment.isBefore(end)).isEmpty();
    }

    /** When it ended or will end, if it does. */
    Optional<Instant> end() {
      return Stream.of(until, withdrawnAt).flatMap(Optional::stream).min(Instant::compareTo);
    }

    boolean isOfTheSameScheme(Accreditation other) {
      return scheme.equals(other.scheme) && body.equals(other.body);
    }
  }

  /** It is not in the register. */
  record Unlisted() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
