package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
   */
  record Listed(String name, List<Entitlement> history) implements Answer {

    /** Copies the history. */
    public Listed {
      history = List.copyOf(history);
    }

    /** Whether it was entitled at that moment; before the history begins it was not. */
    public boolean entitledAt(Instant moment) {
      Optional<Entitlement> last =
          history.stream()
              .filter(step -> !IssuerCheck.toTheSecond(step.from()).isAfter(moment))
              .reduce((earlier, later) -> later);
      return last.isPresent() && last.get().entitled();
    }
  }

  /** Since when it was entitled to issue, or was not. */
  record Entitlement(Instant from, boolean entitled) {}

  /** It is not in the register. */
  record Unlisted() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
