package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mikromerit.credential.did.Did;

/** Who created a definition, and whom its creator lets issue it, from our own copy. */
public interface IssuingRights {

  /** What is known of the definition and of the issuer's rights to it. */
  Answer find(UUID definition, Did issuer);

  /** Knows no definition. */
  static IssuingRights none() {
    return (_, _) -> new DefinitionUnknown();
  }

  /** What is known of who may issue a definition. */
  sealed interface Answer {}

  /** The issuer created the definition itself. */
  record Created() implements Answer {}

  /**
   * Another created it.
   *
   * @param rights all that the issuer was ever granted to it; none if the creator granted it none
   * @param told when another register told so; empty if we are kept informed
   */
  record OfAnother(Did creator, List<Right> rights, Optional<Told> told) implements Answer {

    /** Copies the rights. */
    public OfAnother {
      rights = List.copyOf(rights);
    }

    public OfAnother(Did creator, List<Right> rights) {
      this(creator, rights, Optional.empty());
    }
  }

  /** Nothing is known of the definition. */
  record DefinitionUnknown() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}

  /**
   * A creator's permission to issue.
   *
   * @param history all its terms, the oldest first; never empty
   */
  record Right(UUID id, List<Terms> history) {

    /** Copies the history. */
    public Right {
      history = List.copyOf(history);
      if (history.isEmpty()) {
        throw new IllegalArgumentException("a right was granted once");
      }
    }

    /** The terms that covered the version at that moment, whatever became of them later. */
    Optional<Terms> covering(String version, Instant moment) {
      return IntStream.range(0, history.size())
          .filter(i -> !moment.isBefore(IssuerCheck.toTheSecond(history.get(i).decided())))
          .filter(i -> i == history.size() - 1 || moment.isBefore(history.get(i + 1).decided()))
          .mapToObj(history::get)
          .filter(terms -> terms.cover(version, moment))
          .findFirst();
    }

    Terms now() {
      return history.getLast();
    }
  }

  /**
   * What was permitted since when.
   *
   * @param decided when the creator decided it
   * @param granted whether there is a right at all; false once it was withdrawn
   * @param versions that it is limited to; empty if it is for all
   * @param from when issuing begins
   * @param until when it ends by itself
   * @param reason the creator's
   */
  record Terms(
      Instant decided,
      boolean granted,
      Set<Integer> versions,
      Instant from,
      Optional<Instant> until,
      Optional<String> reason) {

    /** Copies the versions. */
    public Terms {
      versions = Set.copyOf(versions);
    }

    private boolean cover(String version, Instant moment) {
      return granted
          && (versions.isEmpty()
              || versions.stream().anyMatch(each -> each.toString().equals(version)))
          && !moment.isBefore(IssuerCheck.toTheSecond(from))
          && until.filter(end -> !moment.isBefore(end)).isEmpty();
    }
  }
}
