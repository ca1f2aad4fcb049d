package org.mikromerit.credential.check;

import java.util.Set;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * How a credential was shown: by whom, and whether in full.
 *
 * @param partly whether something is kept back, or could be
 * @param mayHide what could be among what was kept back
 */
public record Showing(HolderBinding holder, boolean partly, Set<Withheld> mayHide) {

  /** All of it. */
  static Showing whole(HolderBinding holder) {
    return new Showing(holder, false, Set.of());
  }
}
