package org.mikromerit.credential.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/**
 * Whose keys we hold, from our own copy. It is asked while a request waits, so it fetches nothing.
 */
public interface IssuerKeys {

  Answer find(VerificationMethodId method);

  /** What is known of a key. */
  sealed interface Answer {}

  /**
   * We hold it.
   *
   * @param validFrom when it came into use; null if that is not known
   * @param validUntil when it was replaced; null if it is in use
   * @param revokedAt since when it must not be believed; null if it is to be believed
   */
  record Held(
      PublicKey key,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt)
      implements Answer {

    /** A key without a history, such as that of a did:key. */
    public static Held always(PublicKey key) {
      return new Held(key, null, null, null);
    }

    /**
     * Whether it had begun and not ended, whatever was found out of it later. Documents tell times
     * to the second, so what began within that second had begun.
     */
    public boolean wasInUseAt(Instant moment) {
      boolean begun =
          validFrom == null || !moment.isBefore(validFrom.truncatedTo(ChronoUnit.SECONDS));
      return begun && (validUntil == null || moment.isBefore(validUntil));
    }
  }

  /** We know the issuer and all its keys, and this is none of them. */
  record NotTheirs() implements Answer {}

  /** We do not know the issuer, so we cannot tell. */
  record UnknownIssuer() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
