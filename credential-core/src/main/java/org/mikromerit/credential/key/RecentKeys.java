package org.mikromerit.credential.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public keys that were read last. To hold a key against its curve, and to bring it into a
 * library's form, costs more than a signature's verification.
 */
public final class RecentKeys {

  private final int most;

  private final Map<String, PublicKey> byMultibase =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublicKey> eldest) {
          return size() > most;
        }
      };

  /** Holds a number of keys at most, those that were asked for last. */
  public RecentKeys(int most) {
    this.most = most;
  }

  /** As {@link PublicKey#fromMultibase}; what is no key is not kept. */
  public Optional<PublicKey> fromMultibase(String multibase) {
    synchronized (byMultibase) {
      PublicKey known = byMultibase.get(multibase);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<PublicKey> key = PublicKey.fromMultibase(multibase);
    synchronized (byMultibase) {
      key.ifPresent(read -> byMultibase.put(multibase, read));
    }
    return key;
  }
}
