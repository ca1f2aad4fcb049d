package org.mikromerit.issuer.status;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the lists, their newest signed forms, and which changes these do not show yet. */
public interface StatusLists {

  /** A list and the secret by which its places are shuffled. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record StatusList(
      UUID id, UUID organisation, int number, int capacity, byte[] seed, Instant createdAt) {}

  /** Places from {@code first} up to but not including {@code beyond}, handed to this process. */
  record Block(StatusList list, int first, int beyond) {}

  /** A list's signed form. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Publication(
      UUID list, int version, byte[] credential, Instant issuedAt, Instant validUntil) {}

  /** Adds a list with its first signed form. */
  void add(StatusList list, Publication first);

  int newestNumber(UUID organisation);

  /** Takes the next places of the organisation's oldest list that has any. */
  Optional<Block> handOut(UUID organisation, int most);

  /** Whether the organisation has another list with places left. */
  boolean hasSpare(UUID organisation, UUID besides);

  /** Notes that the list's signed form no longer tells the truth. */
  void markChanged(UUID list);

  /** Notes the same of all lists of the organisation. */
  void markAllChanged(UUID organisation);

  /**
   * The lists to sign anew: those with changes, unless they were just signed, and those that go
   * stale.
   */
  List<UUID> due(Instant signedBefore, Instant staleBefore, int most);

  /** When the first of all lists goes stale; empty while there is none. */
  Optional<Instant> soonestEnd();

  /** The list's signed form, for replacing it; empty while another replica replaces it. */
  Optional<Publication> lockPublication(UUID list);

  /** Signed forms by list, after the given one; none is replaced until this transaction ends. */
  List<Publication> lockedPublicationsAfter(UUID list, int most);

  StatusList get(UUID list);

  /**
   * Forgets the changes seen so far, and then reads all bits: what is committed later stays noted.
   */
  BitSet settle(UUID list);

  void replace(Publication publication);
}
