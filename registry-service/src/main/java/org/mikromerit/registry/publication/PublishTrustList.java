package org.mikromerit.registry.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.registry.publication.TrustListVersions.Summary;

/** The registry signs who is and was trusted, whenever that changed or the list grows old. */
@ApplicationScoped
public class PublishTrustList {
  private final TrustListVersions versions;
  private final TrustListChanges changes;
  private final IssuerStatements statements;
  private final RegistrySigner signer;
  private final ObjectMapper json;
  private final Duration validity;
  private final InstantSource clock;

  PublishTrustList(
      TrustListVersions versions,
      TrustListChanges changes,
      IssuerStatements statements,
      RegistrySigner signer,
      ObjectMapper json,
      PublicationConfig config,
      InstantSource clock) {
    this.versions = versions;
    this.changes = changes;
    this.statements = statements;
    this.signer = signer;
    this.json = json;
    this.validity = config.trustListValidity();
    this.clock = clock;
  }

  /**
   * What is signed. The names are JWT's where it has them (RFC 7519), so that its libraries judge
   * the time.
   *
   * @param previous digest of the version before, which makes the versions a chain
   */
  record Content(
      @JsonProperty("iss") String registry,
      @JsonProperty("iat") long issuedAt,
      @JsonProperty("exp") long validUntil,
      long version,
      @Nullable String previous,
      List<IssuerStatement> issuers) {}

  /** Whether there is anything to tell; asked often, and answered without a lock. */
  @Transactional
  public boolean due() {
    return changes.any() || versions.newestSummary().filter(this::stands).isEmpty();
  }

  /** Signs the next version, if one is due. */
  @Transactional
  public void publish() {
    versions.lock();
    boolean changed = changes.take();
    Optional<Summary> newest = versions.newestSummary();
    if (changed || newest.filter(this::stands).isEmpty()) {
      versions.add(next(newest));
    }
  }

  private boolean stands(Summary list) {
    return list.verificationMethod().equals(signer.method().url())
        && clock.instant().isBefore(list.issuedAt().plus(validity.dividedBy(2)));
  }

  private SignedTrustList next(Optional<Summary> before) {
    // What is signed has whole seconds; so has the row, or the two would differ.
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant validUntil = issuedAt.plus(validity);
    long version = before.map(Summary::version).orElse(0L) + 1;
    String previous = before.map(Summary::digest).orElse(null);
    String jws =
        signer.sign(
            SignedTrustList.TYPE,
            bytes(
                new Content(
                    signer.did().value(),
                    issuedAt.getEpochSecond(),
                    validUntil.getEpochSecond(),
                    version,
                    previous,
                    statements.all())));
    return new SignedTrustList(
        version, issuedAt, validUntil, signer.method(), previous, Sha256.hex(jws), jws);
  }

  private byte[] bytes(Content content) {
    try {
      return json.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A trust list is made of plain values", e);
    }
  }
}
