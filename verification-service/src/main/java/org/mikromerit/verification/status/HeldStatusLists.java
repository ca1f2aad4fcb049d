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
import org.mikromerit.credential.status.VerifiedList;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.status.StatusCopy.HeldText;
import org.mikromerit.verification.status.StatusCopy.Text;
import org.mikromerit.verification.trust.RegisteredKeys;

/**
 * The newest list for an address. Its bits are kept in memory; the database is asked each time only
 * which version is the newest, so every replica tells the newest whichever of them took it in.
 */
@ApplicationScoped
public class HeldStatusLists implements StatusLists {
  private static final Logger LOG = Logger.getLogger(HeldStatusLists.class);
  // A list of the usual 131,072 bits takes 16 kB, one of a million 128; as a token twice that.
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

  private record Version(int number, VerifiedList list) {}

  @Override
  public Answer find(URI list) {
    return switch (newest(list)) {
      case Found(VerifiedStatusList bits) -> Held.ofOurs(bits);
      case Found(VerifiedTokenList _), Missing _ -> new Unknown();
      case Unreadable _ -> new Unavailable();
    };
  }

  @Override
  public TokenAnswer findToken(URI list) {
    return switch (newest(list)) {
      case Found(VerifiedTokenList values) -> new HeldToken(values, true);
      case Found(VerifiedStatusList _), Missing _ -> new Unknown();
      case Unreadable _ -> new Unavailable();
    };
  }

  /** What there is to rely on at an address, in whichever form. */
  private sealed interface Newest {}

  private record Found(VerifiedList list) implements Newest {}

  private record Missing() implements Newest {}

  private record Unreadable() implements Newest {}

  private Newest newest(URI url) {
    try {
      OptionalInt version = copy.version(url);
      return version.isEmpty() ? new Missing() : newest(url, version.getAsInt());
    } catch (CopyUnavailable _) {
      return new Unreadable();
    }
  }

  private Newest newest(URI url, int version) {
    Version known = remembered(url);
    // One that is newer than our copy is believed too: the copy may have come from a backup.
    if (known != null && known.number() >= version) {
      return stillBelieved(known.list());
    }
    Optional<Version> loaded = copy.text(url).flatMap(this::verified);
    loaded.ifPresent(read -> remember(url, read));
    return loaded.<Newest>map(read -> new Found(read.list())).orElseGet(Missing::new);
  }

  /**
   * Its key may have been revoked since it was verified; then nothing that it signed counts. Or it
   * turned out to have ended before.
   */
  private Newest stillBelieved(VerifiedList list) {
    return switch (keys.find(list.key())) {
      case IssuerKeys.Held key when key.wasInUseAt(list.issuedAt()) -> new Found(list);
      case IssuerKeys.Unavailable _ -> new Unreadable();
      case IssuerKeys.Held _, IssuerKeys.NotTheirs _, IssuerKeys.UnknownIssuer _ -> new Missing();
    };
  }

  /** Verified also when it comes from our own database, which others may have written to. */
  private Optional<Version> verified(HeldText held) {
    Optional<? extends VerifiedList> list =
        switch (held.text().form()) {
          case BITSTRING -> bitstring(held.text());
          case TOKEN -> VerifiedTokenList.read(held.text().signed(), keys, clock.instant());
        };
    if (list.isEmpty()) {
      LOG.warnf("kept status list not relied on list=%s", held.text().url());
    }
    return list.map(read -> new Version(held.version(), read));
  }

  private Optional<VerifiedStatusList> bitstring(Text text) {
    byte[] bytes = text.signed().getBytes(StandardCharsets.UTF_8);
    return switch (verifier.read(bytes, clock.instant())) {
      case StatusListVerifier.Trusted(VerifiedStatusList list) -> Optional.of(list);
      case StatusListVerifier.Refused _ -> Optional.empty();
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
      bytesInMemory += version.list().bytes();
      for (var oldest = inMemory.values().iterator();
          bytesInMemory > MOST_BYTES && inMemory.size() > 1; ) {
        forget(oldest.next());
        oldest.remove();
      }
    }
  }

  private void forget(@Nullable Version version) {
    bytesInMemory -= version == null ? 0 : version.list().bytes();
  }
}
