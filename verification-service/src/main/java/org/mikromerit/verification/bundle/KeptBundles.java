package org.mikromerit.verification.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mikromerit.credential.did.Did;
import org.mikromerit.kit.sql.CopyUnavailable;

/** Bundles that came with imported portfolios, kept for whoever shows such a credential later. */
@ApplicationScoped
public class KeptBundles {
  private static final Logger LOG = Logger.getLogger(KeptBundles.class);
  private static final int MOST_ABOUT_ONE = 5;
  private static final int MOST_IN_MEMORY = 50;

  private final BundleCopy copy;
  private final ReadBundle readBundle;
  private final Map<String, Optional<TrustBundle>> inMemory =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<TrustBundle>> eldest) {
          return size() > MOST_IN_MEMORY;
        }
      };

  KeptBundles(BundleCopy copy, ReadBundle readBundle) {
    this.copy = copy;
    this.readBundle = readBundle;
  }

  /** Keeps the bundle, if a registry signed it that is trusted here too. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(String id, String document) {
    switch (readBundle.read(document)) {
      case ReadBundle.Trusted(TrustBundle bundle) -> copy.keep(id, document, bundle);
      case ReadBundle.Untrusted(Did claimed) ->
          LOG.warnf("bundle of a registry that is not trusted here id=%s registry=%s", id, claimed);
      case ReadBundle.Ours _ -> LOG.debugf("bundle of our own register not kept id=%s", id);
      case ReadBundle.Unreadable _ -> LOG.warnf("bundle cannot be read id=%s", id);
    }
  }

  /** The newest ones that speak of the issuer, the newest first; none if they cannot be read. */
  List<TrustBundle> about(Did issuer) {
    try {
      return copy.about(issuer.value(), MOST_ABOUT_ONE).stream()
          .flatMap(kept -> read(kept).stream())
          .toList();
    } catch (CopyUnavailable _) {
      return List.of();
    }
  }

  /** Its signature is verified again, for others may have written to our database. */
  private Optional<TrustBundle> read(BundleCopy.Kept kept) {
    synchronized (inMemory) {
      Optional<TrustBundle> known = inMemory.get(kept.id());
      if (known != null) {
        return known;
      }
    }
    Optional<TrustBundle> read =
        readBundle.read(kept.document()) instanceof ReadBundle.Trusted(TrustBundle bundle)
            ? Optional.of(bundle)
            : Optional.empty();
    synchronized (inMemory) {
      inMemory.put(kept.id(), read);
    }
    return read;
  }
}
