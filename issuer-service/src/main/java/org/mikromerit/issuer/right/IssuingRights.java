package org.mikromerit.issuer.right;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps issuing rights with all the terms that they ever had. */
public interface IssuingRights {

  /** Adds a right with its first terms. */
  void add(IssuingRight right);

  /** Puts the right under its next terms; it was locked before. */
  void change(IssuingRight right);

  /** The right, if that creator granted it; nobody issues by it until this transaction ends. */
  Optional<IssuingRight> lock(UUID creator, UUID definition, UUID right);

  /**
   * A right that permits the holder this version at that moment; nobody changes it until this
   * transaction ends.
   */
  Optional<IssuingRight> hold(UUID holder, UUID definition, int version, Instant moment);

  Optional<IssuingRight> find(UUID creator, UUID definition, UUID right);

  /** Every right to the definition that the holder was ever granted, the newest first. */
  List<IssuingRight> everGranted(UUID holder, UUID definition);

  /** The right with the names of what it is about. */
  NamedRight named(UUID right);

  /** Rights to the definition in order of id, after the given one. */
  List<NamedRight> granted(UUID creator, UUID definition, UUID after, int most);

  /** All that the creator granted, in order of id, after the given one. */
  List<NamedRight> grantedBy(UUID creator, UUID after, int most);

  /** Rights that others granted to the holder, in order of id, after the given one. */
  List<NamedRight> held(UUID holder, UUID after, int most);

  /** Everybody's rights by id, after the given one; none changes until this transaction ends. */
  List<IssuingRight> lockedAfter(UUID after, int most);

  /** All terms that the right had, the oldest first. */
  List<Terms> history(UUID right);

  /** When something was last issued by it. */
  Optional<Instant> lastIssue(UUID right);
}
