package org.mikromerit.issuer.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/** Keeps the organisations' keys, the private ones wrapped. */
public interface OrganisationKeys {

  /** A key as it is stored. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(OrganisationKey key, byte[] wrappedPrivateKey) {}

  /**
   * A key as it was announced last.
   *
   * @param sequence how often it was
   */
  record Told(OrganisationKey key, int sequence) {

    /** As it is announced next, when it has ended. */
    Told ended(Instant validUntil, @Nullable Instant revokedAt) {
      return new Told(
          new OrganisationKey(
              key.id(),
              key.organisation(),
              key.verificationMethod(),
              key.publicKeyMultibase(),
              key.algorithm(),
              key.validFrom(),
              validUntil,
              revokedAt),
          sequence + 1);
    }
  }

  /** Adds a key, unless the organisation signs with one of its kind already. */
  boolean addIfNone(Stored key);

  /** The key of this kind that the organisation signs with now. */
  Optional<Stored> current(UUID organisation, KeyAlgorithm algorithm);

  boolean hasAny(UUID organisation);

  /** Everybody's keys by id, after the given one; none changes until this transaction ends. */
  List<Told> lockedAfter(UUID after, int most);

  /** One of the organisation's keys, for ending it. */
  Optional<Told> lock(UUID organisation, UUID key);

  /** Keeps since when a key is not in use, or proves nothing. */
  void end(Told ended);

  /** The key of that name, whosever it is. */
  Optional<OrganisationKey> named(String verificationMethod);

  /** All keys that the organisation ever had, oldest first, after the given one. */
  List<OrganisationKey> list(UUID organisation, UUID after, int most);
}
