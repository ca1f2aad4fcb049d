package org.mikromerit.issuer.status;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.status.StatusPurpose;

/** Keeps the lists, their newest signed forms, and which changes these do not show yet. */
public interface StatusLists {

  /**
   * A list and the secret by which its places are shuffled.
   *
   * @param id under which it is published who is revoked
   * @param suspensions under which it is published who is suspended; null where it is not
   */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record StatusList(
      UUID id,
      @Nullable UUID suspensions,
      UUID organisation,
      int number,
      int capacity,
      byte[] seed,
      Instant createdAt) {

    /** What the bits mean that are published under the id. */
    public StatusPurpose purposeOf(UUID published) {
      return published.equals(suspensions) ? StatusPurpose.SUSPENSION : StatusPurpose.REVOCATION;
    }
  }

  /** Places from {@code first} up to but not including {@code beyond}, handed to this process. */
  record Block(StatusList list, int first, int beyond) {}

  /**
   * A list's signed form.
   *
   * @param list the id under which it is published
   * @param token the same as a Token Status List, beside a list of revocations; null where it was
   *     signed before there were tokens
   */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Publication(
      UUID list,
      int version,
      byte[] credential,
      @Nullable String token,
      Instant issuedAt,
      Instant validUntil) {}

  /** Who is revoked and who is suspended, by index. */
  record Bits(BitSet revoked, BitSet suspended) {}

  /** Adds a list with its first signed forms. */
  void add(StatusList list, List<Publication> first);

  int newestNumber(UUID organisation);

  /**
   * Takes the next places of the organisation's oldest list that has any.
   *
   * @param suspendable whether who gets one can be suspended
   */
  Optional<Block> handOut(UUID organisation, boolean suspendable, int most);

  /** Whether the organisation has another such list with places left. */
  boolean hasSpare(StatusList besides);

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

  /** The list that is published under the id. */
  StatusList get(UUID published);

  /** The same where it may be that there is none. */
  Optional<StatusList> find(UUID published);

  /**
   * Forgets the changes seen so far, and then reads all bits: what is committed later stays noted.
   */
  Bits settle(StatusList list, UUID published);

  /** All bits as they are now; the list may have changed since it was signed. */
  Bits bits(StatusList list);

  /** Whether there are changes that the list's signed form may not tell. */
  boolean isChanged(UUID published);

  void replace(Publication publication);
}
