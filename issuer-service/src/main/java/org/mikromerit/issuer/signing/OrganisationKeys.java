package org.mikromerit.issuer.signing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/** Keeps the organisations' keys, the private ones wrapped. */
public interface OrganisationKeys {

  /** A key as it is stored. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(OrganisationKey key, byte[] wrappedPrivateKey) {}

  /** Adds a key, unless the organisation signs with one of its kind already. */
  boolean addIfNone(Stored key);

  /** The key of this kind that the organisation signs with now. */
  Optional<Stored> current(UUID organisation, KeyAlgorithm algorithm);

  boolean hasAny(UUID organisation);

  /** Everybody's keys by id, after the given one; none changes until this transaction ends. */
  List<OrganisationKey> lockedAfter(UUID after, int most);

  /** All keys that the organisation ever had, oldest first, after the given one. */
  List<OrganisationKey> list(UUID organisation, UUID after, int most);
}
