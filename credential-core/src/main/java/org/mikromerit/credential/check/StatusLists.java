package org.mikromerit.credential.check;

import java.net.URI;
import org.mikromerit.credential.status.VerifiedStatusList;

/** The status lists that we hold, each verified when it came. */
public interface StatusLists {

  Answer find(URI list);

  /** What we hold for an address. */
  sealed interface Answer {}

  /** The newest list that we were given. */
  record Held(VerifiedStatusList list) implements Answer {}

  /** We hold none for that address. */
  record Unknown() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
