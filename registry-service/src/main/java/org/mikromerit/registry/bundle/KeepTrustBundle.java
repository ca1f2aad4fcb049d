package org.mikromerit.registry.bundle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.registry.bundle.TrustBundle.Told;
import org.mikromerit.registry.publication.RegistrySigner;

/**
 * What another registry said is kept and announced, if we trust that registry: so that what it
 * vouched for can be verified where it cannot be asked.
 */
@ApplicationScoped
public class KeepTrustBundle {
  private static final int LONGEST = 900_000;
  private static final int MOST_STATUSES = 20_000;

  /** Registries' clocks differ; what comes from a later time would be the newest for ever. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final TrustBundles bundles;
  private final TrustedRegistries trusted;
  private final RegistrySigner own;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;
  // Not the service's own reader: a newer registry may say more than we know, and longer texts.
  private final ObjectMapper json =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  KeepTrustBundle(
      TrustBundles bundles,
      TrustedRegistries trusted,
      RegistrySigner own,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.bundles = bundles;
    this.trusted = trusted;
    this.own = own;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It is kept, now or since before. */
  public record Kept(Did registry, Instant issuedAt) implements Outcome {}

  /** We said so ourselves, and know it better by now. */
  public record Ours(Instant issuedAt) implements Outcome {}

  /** Whoever signed it, we have no reason to believe them. */
  public record Untrusted(Did registry) implements Outcome {}

  /** It is no bundle, or not signed by whom it names. */
  public record Unsound() implements Outcome {}

  @Transactional(Transactional.TxType.MANDATORY)
  public Outcome keep(String jws) {
    Optional<CompactJws> parsed = jws.length() > LONGEST ? Optional.empty() : CompactJws.parse(jws);
    if (parsed.isEmpty() || !parsed.get().type().equals(VerificationBundle.TYPE)) {
      return new Unsound();
    }
    CompactJws statement = parsed.get();
    boolean ours = statement.key().equals(own.method());
    Optional<PublicKey> key = ours ? Optional.of(own.publicKey()) : trusted.key(statement.key());
    if (key.isEmpty()) {
      return new Untrusted(statement.key().did());
    }
    Optional<TrustBundle> bundle =
        statement
            .payload(VerificationBundle.TYPE, key.get())
            .flatMap(payload -> read(jws, payload))
            .filter(read -> read.registry().equals(statement.key().did().value()))
            .filter(read -> !read.issuedAt().isAfter(clock.instant().plus(SKEW)));
    if (bundle.isEmpty()) {
      return new Unsound();
    }
    if (ours) {
      return new Ours(bundle.get().issuedAt());
    }
    return kept(bundle.get(), statement.key().did());
  }

  private Outcome kept(TrustBundle bundle, Did registry) {
    if (bundles.keep(bundle, clock.instant())) {
      outbox.announce(
          new TrustBundleImportedV1(
              bundle.id(), bundle.registry(), bundle.issuedAt(), bundle.jws()),
          1);
      audit.record(
          "trust-bundle.imported",
          "trust-bundle",
          bundle.id(),
          Map.of("registry", bundle.registry(), "issuedAt", bundle.issuedAt()));
    }
    return new Kept(registry, bundle.issuedAt());
  }

  private Optional<TrustBundle> read(String jws, byte[] payload) {
    try {
      JsonNode node = json.readTree(payload);
      return Optional.of(
          new TrustBundle(
              Sha256.hex(jws),
              text(node, "registry"),
              Instant.parse(text(node, "issuedAt")),
              jws,
              List.copyOf(statuses(node.path("statuses")).values())));
    } catch (IOException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Map<UUID, Told> statuses(JsonNode list) {
    if (!list.isArray() || list.size() > MOST_STATUSES) {
      throw new IllegalArgumentException("statuses");
    }
    Map<UUID, Told> statuses = new LinkedHashMap<>();
    for (JsonNode each : list) {
      CredentialStatus status = CredentialStatus.valueOf(text(each, "status"));
      Told told =
          new Told(
              UUID.fromString(text(each, "credentialId")),
              status,
              status == CredentialStatus.VALID ? null : reason(each, status),
              Instant.parse(text(each, "since")));
      statuses.put(told.credential(), told);
    }
    return statuses;
  }

  private static String reason(JsonNode told, CredentialStatus status) {
    return StatusReason.ofCode(text(told, "reason"))
        .filter(reason -> reason.leadsTo(status))
        .orElseThrow(() -> new IllegalArgumentException("reason"))
        .code();
  }

  private static String text(JsonNode node, String member) {
    JsonNode text = node.path(member);
    if (!text.isTextual()) {
      throw new IllegalArgumentException(member);
    }
    return text.asText();
  }
}
