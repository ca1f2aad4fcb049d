package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;

/**
 * What issuers announced about single credentials, which says more than a bit and arrives sooner.
 */
public interface CredentialStatuses {

  Answer find(CredentialId credential);

  /** Knows nothing of any credential. */
  static CredentialStatuses none() {
    return _ -> new Unknown();
  }

  /** What is known of a credential. */
  sealed interface Answer {}

  /** It is known to stand. */
  record Standing() implements Answer {}

  /**
   * It was revoked, which is final.
   *
   * @param reason the issuer's code, such as {@code error}
   */
  record Revoked(Optional<String> reason, Instant since) implements Answer {}

  /** It is suspended. */
  record Suspended(Optional<String> reason, Instant since) implements Answer {}

  /** Nothing was announced, which does not mean that it stands. */
  record Unknown() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
