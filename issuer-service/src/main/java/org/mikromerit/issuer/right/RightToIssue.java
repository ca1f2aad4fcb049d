package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether an organisation may issue a version that another created, and if not, why. */
@ApplicationScoped
public class RightToIssue {
  private final IssuingRights rights;
  private final InstantSource clock;

  RightToIssue(IssuingRights rights, InstantSource clock) {
    this.rights = rights;
    this.clock = clock;
  }

  /** The answer. */
  public sealed interface Answer {}

  /** By this right, which stays in force until the transaction ends. */
  public record By(IssuingRight right) implements Answer {}

  /** No right to this version was ever granted, or none that has begun. */
  public record Missing(@Nullable Instant begins) implements Answer {}

  /**
   * There was one.
   *
   * @param withdrawn whether its creator ended it, rather than its date
   * @param reason the creator's, where it was withdrawn
   */
  public record Ended(UUID right, Instant since, boolean withdrawn, @Nullable String reason)
      implements Answer {}

  /** Looks for a right that is in force now, and holds it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Answer find(UUID holder, UUID definition, int version) {
    Optional<IssuingRight> held = rights.hold(holder, definition, version, clock.instant());
    return held.<Answer>map(By::new)
        .orElseGet(() -> whyNot(rights.everGranted(holder, definition), version));
  }

  private Answer whyNot(List<IssuingRight> newestFirst, int version) {
    Instant now = clock.instant();
    List<IssuingRight> toThisVersion =
        newestFirst.stream().filter(right -> right.terms().cover(version)).toList();
    Optional<IssuingRight> coming =
        toThisVersion.stream().filter(right -> !right.isOver(now)).findFirst();
    if (coming.isPresent()) {
      return new Missing(coming.get().terms().validFrom());
    }
    return toThisVersion.stream()
        .findFirst()
        .map(RightToIssue::ended)
        .orElseGet(() -> new Missing(null));
  }

  private static Answer ended(IssuingRight right) {
    return new Ended(
        right.id(), right.overSince(), right.terms().isWithdrawn(), right.terms().reason());
  }
}
