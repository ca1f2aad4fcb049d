package org.mikromerit.credential.check;

import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidJwk;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;

/** Who shows a credential, as far as the verifier knows or asked to know. */
public sealed interface ShownBy {

  /** Nobody was asked to sign anything. */
  record Anybody() implements ShownBy {}

  /** Somebody whom the verifier asked to sign this. */
  record Challenged(HolderChallenge challenge) implements ShownBy {}

  /**
   * Whoever signed the presentation that it came in.
   *
   * @param fresh whether they signed for this verifier on this occasion
   */
  record Presenter(Did holder, boolean fresh) implements ShownBy {}

  static ShownBy of(Optional<HolderChallenge> challenge) {
    return challenge.<ShownBy>map(Challenged::new).orElseGet(Anybody::new);
  }

  /** What is to be signed beside the credential; empty if nothing is. */
  default Optional<HolderChallenge> asks() {
    return this instanceof Challenged(HolderChallenge challenge)
        ? Optional.of(challenge)
        : Optional.empty();
  }

  /**
   * Whether they are whom the credential names.
   *
   * @param found by what stands in the credential's own form
   * @param named the DIDs that it names its holder by; its key's if it names a key that we read
   */
  default HolderBinding binding(HolderBinding found, Set<Did> named) {
    HolderBinding bound =
        found == HolderBinding.BEARER && !named.isEmpty() ? HolderBinding.NOT_SHOWN : found;
    return switch (this) {
      case Anybody _ -> bound;
      case Challenged _ -> bound.asked();
      case Presenter presenter -> presented(bound, named, presenter);
    };
  }

  private static HolderBinding presented(HolderBinding bound, Set<Did> named, Presenter presenter) {
    if (bound != HolderBinding.NOT_SHOWN && bound != HolderBinding.NOBODY_ASKED) {
      return bound;
    }
    if (named.isEmpty()) {
      return HolderBinding.KEY_UNKNOWN;
    }
    if (named.stream().map(ShownBy::byKey).noneMatch(byKey(presenter.holder())::equals)) {
      return HolderBinding.OTHER_HOLDER;
    }
    return presenter.fresh() ? HolderBinding.SHOWN : bound;
  }

  /** One name for one key, which two methods give a name to. */
  private static Did byKey(Did did) {
    return DidJwk.key(did).map(DidKey::of).orElse(did);
  }
}
