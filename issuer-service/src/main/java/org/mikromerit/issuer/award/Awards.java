package org.mikromerit.issuer.award;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.status.StatusPlace;

/** Keeps what became of each completed stack. */
public interface Awards {

  /**
   * An award and where it stands.
   *
   * @param credential the award itself, once it is issued
   */
  record Standing(Award award, Award.State state, @Nullable UUID credential) {}

  /** An award that could be issued now, by what is known of its owner and rule. */
  record Candidate(UUID stack, UUID organisation) {}

  /**
   * A part, as far as it matters to an award.
   *
   * @param definitionVersion with {@code definition} and {@code organisation}, what it was issued
   *     from
   * @param body its signed bytes
   */
  record Part(
      UUID credential,
      UUID organisation,
      UUID definition,
      int definitionVersion,
      CredentialKind kind,
      String learner,
      CredentialStatus status,
      StatusPlace place,
      Body body) {}

  /** Adds it as waiting; does nothing where the stack is known. */
  void addIfNew(Award award, Instant at);

  /** Awards that wait, and whose owner may issue, has a rule, and has published its definition. */
  List<Candidate> candidates(Instant now, int most);

  /** Lets an award that met trouble wait, so that it holds up no other. */
  void postpone(UUID stack, Instant until);

  /** The award, which nobody else changes until this transaction ends. */
  Optional<Standing> lock(UUID stack);

  /** The same; empty also while somebody else is at it. */
  Optional<Standing> lockUnlessTaken(UUID stack);

  /**
   * The parts that are known here; none of them is revoked, or counted towards another award, until
   * this transaction ends.
   */
  List<Part> lockParts(List<UUID> credentials);

  /** How these credentials stand; none of them changes until this transaction ends. */
  Set<CredentialStatus> statuses(List<UUID> credentials);

  /** The stacks whose award is issued and has the credential as a part. */
  List<UUID> issuedWithPart(UUID credential);

  /** The valid credential of another award of the same pathway for exactly these parts. */
  Optional<UUID> standingForSameParts(Award award);

  /** Whether a credential is the award of another stack too. */
  boolean isAwardOfAnother(UUID credential, UUID stack);

  void change(
      UUID stack,
      Award.State state,
      Award.@Nullable Reason reason,
      @Nullable UUID credential,
      Instant at);
}
