package org.mikromerit.verification.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.status.StatusCopy.HeldDocument;
import org.mikromerit.verification.trust.RegisteredKeys;

/**
 * The newest list for an address. Its bits are kept in memory; the database is asked each time only
 * which version is the newest, so every replica tells the newest whichever of them took it in.
 */
@ApplicationScoped
public class HeldStatusLists implements StatusLists {
  private static final Logger LOG = Logger.getLogger(HeldStatusLists.class);
  // A list of the usual 131,072 bits takes 16 kB, one of a million 128.
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final StatusCopy copy;
  private final IssuerKeys keys;
  private final StatusListVerifier verifier;
  private final InstantSource clock;
  private final Map<URI, Version> inMemory = new LinkedHashMap<>(64, 0.75f, true);
  private int bytesInMemory;

  HeldStatusLists(StatusCopy copy, RegisteredKeys keys, InstantSource clock) {
    this.copy = copy;
    this.keys = new ListKeys(keys);
    this.verifier =
        new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(this.keys));
    this.clock = clock;
  }

  private record Version(int number, VerifiedStatusList list) {
    int bytes() {
      return list.list().bits().size() / Byte.SIZE;
    }
  }

  @Override
  public Answer find(URI list) {
    try {
      OptionalInt newest = copy.version(list);
      return newest.isEmpty() ? new Unknown() : find(list, newest.getAsInt());
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  private Answer find(URI url, int newest) {
    Version known = remembered(url);
    // One that is newer than our copy is believed too: the copy may have come from a backup.
    if (known != null && known.number() >= newest) {
      return stillBelieved(known);
    }
    Optional<Version> loaded = copy.document(url).flatMap(document -> verified(url, document));
    loaded.ifPresent(version -> remember(url, version));
    return loaded.<Answer>map(version -> new Held(version.list())).orElseGet(Unknown::new);
  }

  /** Its key may have been revoked since it was verified; then nothing that it signed counts. */
  private Answer stillBelieved(Version version) {
    return switch (keys.find(version.list().key())) {
      case IssuerKeys.Held _ -> new Held(version.list());
      case IssuerKeys.Unavailable _ -> new Unavailable();
      case IssuerKeys.NotTheirs _, IssuerKeys.UnknownIssuer _ -> new Unknown();
    };
  }

  /** Verified also when it comes from our own database, which others may have written to. */
  private Optional<Version> verified(URI url, HeldDocument held) {
    byte[] bytes = held.document().getBytes(StandardCharsets.UTF_8);
    return switch (verifier.read(bytes, clock.instant())) {
      case StatusListVerifier.Trusted(VerifiedStatusList list) ->
          Optional.of(new Version(held.version(), list));
      case StatusListVerifier.Refused(var reason) -> {
        LOG.warnf("kept status list not relied on list=%s reason=%s", url, reason);
        yield Optional.empty();
      }
    };
  }

  private @Nullable Version remembered(URI url) {
    synchronized (inMemory) {
      return inMemory.get(url);
    }
  }

  private void remember(URI url, Version version) {
    synchronized (inMemory) {
      forget(inMemory.remove(url));
      inMemory.put(url, version);
      bytesInMemory += version.bytes();
      for (var oldest = inMemory.values().iterator();
          bytesInMemory > MOST_BYTES && inMemory.size() > 1; ) {
        forget(oldest.next());
        oldest.remove();
      }
    }
  }

  private void forget(@Nullable Version version) {
    bytesInMemory -= version == null ? 0 : version.bytes();
  }
}
