package org.mikromerit.credential.check;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.status.VerifiedStatusList;

/** The status lists that we hold, each verified when it came. */
public interface StatusLists {

  Answer find(URI list);

  /** What we hold for an address. */
  sealed interface Answer {}

  /**
   * The newest list that we were given.
   *
   * @param asOf the moment that it is to be judged at, where it cannot tell of now
   */
  record Held(VerifiedStatusList list, Optional<Instant> asOf) implements Answer {

    public Held(VerifiedStatusList list) {
      this(list, Optional.empty());
    }
  }

  /** We hold none for that address. */
  record Unknown() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
