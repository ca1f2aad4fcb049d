package org.mikromerit.verification.bundle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mikromerit.credential.check.Told;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.trust.TrustCopy;

/** Reads a verification bundle; nothing of it is looked at before its signature holds. */
@ApplicationScoped
public class ReadBundle {
  /** Media type, without application/. */
  static final String TYPE = "mikromerit-bundle+jwt";

  /** Registries' clocks differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Logger LOG = Logger.getLogger(ReadBundle.class);

  private final TrustedRegistries registries;
  private final TrustCopy trust;
  private final ObjectReader reader;
  private final InstantSource clock;
  private final BundleConfig config;

  ReadBundle(
      TrustedRegistries registries,
      TrustCopy trust,
      ObjectMapper json,
      InstantSource clock,
      BundleConfig config) {
    this.registries = registries;
    this.trust = trust;
    // A newer registry may say more than we know to read.
    this.reader =
        json.readerFor(BundleContent.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.clock = clock;
    this.config = config;
  }

  /** What came of it. */
  public sealed interface Reading {}

  /** A trusted registry said this. */
  public record Trusted(TrustBundle bundle) implements Reading {}

  /** It names a registry that nobody here trusts, or the signature is not that registry's. */
  public record Untrusted(Did claimed) implements Reading {}

  /** It calls itself our own register's, whose word we have anyway and do not need to verify. */
  public record Ours(Did claimed) implements Reading {}

  /** It is no bundle. */
  public record Unreadable() implements Reading {}

  /** The bundle, if it is to be believed. */
  public Reading read(String text) {
    Optional<CompactJws> statement = CompactJws.parse(text.strip());
    if (statement.isEmpty()) {
      return new Unreadable();
    }
    Did claimed = statement.get().key().did();
    Optional<PublicKey> key = registries.key(statement.get().key());
    Optional<byte[]> payload = key.flatMap(it -> statement.get().payload(TYPE, it));
    return payload
        .map(said -> content(signature(text), said, claimed))
        .orElseGet(() -> isOurs(claimed) ? new Ours(claimed) : new Untrusted(claimed));
  }

  private boolean isOurs(Did registry) {
    try {
      return trust.knowsOrganisationsOf(registry);
    } catch (CopyUnavailable _) {
      return false;
    }
  }

  /** Names the very words that were signed, in little room. */
  private static String signature(String text) {
    return text.strip().substring(text.strip().lastIndexOf('.') + 1);
  }

  private Reading content(String id, byte[] payload, Did signer) {
    try {
      BundleContent content = reader.readValue(payload);
      Instant issuedAt = content.issuedAt();
      if (issuedAt == null
          || issuedAt.isAfter(clock.instant().plus(SKEW))
          || !signer.value().equals(content.registry())) {
        return new Unreadable();
      }
      Told told = new Told(issuedAt, issuedAt.plus(config.greatestAge()));
      return new Trusted(new TrustBundle(id, signer, told, content));
    } catch (IOException | RuntimeException e) {
      // Signed by whom we trust, and yet not written as agreed: one of us is wrong.
      LOG.warnf(e, "a trusted registry's bundle cannot be read registry=%s", signer);
      return new Unreadable();
    }
  }
}
