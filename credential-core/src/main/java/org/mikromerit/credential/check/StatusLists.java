package org.mikromerit.credential.check;

import java.net.URI;
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
   * @param told when another told it, which it is to be judged at, for it cannot tell of now
   * @param ofOurs whether it came from our own issuers, who announce each change of what they award
   *     besides; of anybody else's we would not hear of a suspension that was lifted again
   */
  record Held(VerifiedStatusList list, Optional<Told> told, boolean ofOurs) implements Answer {

    /** A list of somebody of whose single credentials we hear nothing. */
    public Held(VerifiedStatusList list) {
      this(list, Optional.empty(), false);
    }

    /** The same as it was told at an earlier moment. */
    public Held(VerifiedStatusList list, Told told) {
      this(list, Optional.of(told), false);
    }

    public static Held ofOurs(VerifiedStatusList list) {
      return new Held(list, Optional.empty(), true);
    }
  }

  /**
   * The newest token list that we were given.
   *
   * @param ofOurs as for {@link Held}
   */
  record HeldToken(VerifiedTokenList list, boolean ofOurs) implements TokenAnswer {}

  /** We hold none for that address. */
  record Unknown() implements Answer, TokenAnswer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer, TokenAnswer {}
}
