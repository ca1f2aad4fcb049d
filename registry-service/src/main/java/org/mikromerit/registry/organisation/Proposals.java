package org.mikromerit.registry.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What registrars prepared; of each organisation, the newest is open until it is closed. */
public interface Proposals {

  /** Adds the organisation's next proposal, which takes the place of one that is open. */
  Proposal add(UUID organisation, Verdict verdict, String reason, String by, Instant at);

  Optional<Proposal> open(UUID organisation);

  /** The open ones of at most so many organisations, after the given organisation's id. */
  List<Proposal> open(UUID after, int atMost);

  /** The decision was taken as it was prepared. */
  void decided(Proposal proposal, String by, Instant at);

  /** The second person disagreed; nothing was decided. */
  void returned(Proposal proposal, String by, Instant at);
}
