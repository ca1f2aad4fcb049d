package org.mikromerit.registry.compromise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.registry.compromise.KeyCompromise.Extent;

/** Keeps which keys were compromised since when. */
public interface KeyCompromises {

  /**
   * Keeps it.
   *
   * @return false, and nothing done, if the key is known to be compromised since then or earlier
   */
  boolean keep(UUID key, UUID organisation, VerificationMethodId method, Instant since);

  /** One whose moment has passed and whose parts are not all announced, locked; if there is any. */
  Optional<KeyCompromise> lockNext(Instant now);

  /** Fixes over how much of the ledger it is stated, in parts of so many credentials. */
  Extent fixExtent(KeyCompromise compromise, int perPart);

  /** One more part was announced. */
  void announced(KeyCompromise compromise);

  /** What the key had signed by then, in the order of registration: the given part of it. */
  List<Registered> registered(KeyCompromise compromise, Extent extent, int part, int perPart);

  /** What is known of the key; it does not change until this transaction ends. */
  Optional<KeyCompromise> find(UUID key);

  /** The next, by key, of which a part was announced; it does not change either. */
  Optional<KeyCompromise> next(UUID after);

  /**
   * A credential that stood in the ledger.
   *
   * @param digest SHA-256 of the signed bytes, in hexadecimal
   */
  record Registered(UUID credential, String digest) {}
}
