package org.mikromerit.credential.check;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.credential.status.VerifiedTokenList;

/** The status lists that we hold, each verified when it came. */
public interface StatusLists {

  Answer find(URI list);

  /** The Token Status List that we hold for an address. */
  default TokenAnswer findToken(URI list) {
    return new Unknown();
  }

  /** What we hold for an address. */
  sealed interface Answer {}

  /** What we hold of token lists for an address. */
  sealed interface TokenAnswer {}

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

  /** The newest token list that we were given. */
  record HeldToken(VerifiedTokenList list) implements TokenAnswer {}

  /** We hold none for that address. */
  record Unknown() implements Answer, TokenAnswer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer, TokenAnswer {}
}
