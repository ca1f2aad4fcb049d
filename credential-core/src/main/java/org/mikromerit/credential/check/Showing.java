package org.mikromerit.credential.check;

import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * How a credential was shown: by whom, and whether in full.
 *
 * @param partly whether something is kept back, or could be
 * @param mayHide what could be among what was kept back
 */
public record Showing(HolderBinding holder, boolean partly, Set<Withheld> mayHide) {

  /**
   * All of it, in a form that has no way to show a holder's binding.
   *
   * @param challenge what the verifier wanted the holder to sign, if it asked
   */
  static Showing whole(HolderBinding holder, Optional<HolderChallenge> challenge) {
    return new Showing(challenge.isPresent() ? holder.asked() : holder, false, Set.of());
  }
}
