package org.mikromerit.verification.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.StatusListVerifier.Reason;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.verification.status.StatusCopy.Form;
import org.mikromerit.verification.status.StatusCopy.Text;
import org.mikromerit.verification.trust.RegisteredKeys;
import org.mikromerit.verification.trust.TrustChanged;
import org.mikromerit.verification.trust.TrustCopy;

/**
 * Takes in a status list: only what its own issuer signed. One that comes before its signer's key
 * waits for it, and decides nothing until then.
 */
@ApplicationScoped
public class KeepStatusList {
  private static final Logger LOG = Logger.getLogger(KeepStatusList.class);

  private final StatusCopy copy;
  private final TrustCopy trust;
  private final IssuerKeys keys;
  private final StatusListVerifier verifier;
  private final InstantSource clock;

  KeepStatusList(StatusCopy copy, TrustCopy trust, RegisteredKeys keys, InstantSource clock) {
    this.copy = copy;
    this.trust = trust;
    this.keys = new ListKeys(keys);
    this.verifier =
        new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(this.keys));
    this.clock = clock;
  }

  /**
   * Keeps the list, or has it wait.
   *
   * @throws UnsoundList if it is no list of the organisation that it was announced for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(PublishedList list) {
    if (!isKept(list)) {
      // Another replica may be learning of its key: it ends first, or finds this list waiting.
      copy.holdWaiting(list.organisation());
      if (!isKept(list)) {
        copy.keepWaiting(list);
      }
    }
  }

  /** False where its key is not known. */
  private boolean isKept(PublishedList list) {
    byte[] bytes = list.document().getBytes(StandardCharsets.UTF_8);
    return switch (verifier.read(bytes, notBefore(list.issuedAt()))) {
      case StatusListVerifier.Trusted trusted -> {
        keepVerified(list, trusted.list());
        yield true;
      }
      case StatusListVerifier.Refused(Reason reason) when reason == Reason.PROOF_UNCHECKED -> false;
      case StatusListVerifier.Refused(Reason reason) -> throw new UnsoundList(reason.name());
    };
  }

  /** Tries those again that waited for what is known now. */
  void retry(@Observes TrustChanged changed) {
    copy.holdWaiting(changed.organisation());
    copy.waitingFor(changed.organisation()).forEach(this::retry);
  }

  private void retry(PublishedList list) {
    try {
      copy.stopWaiting(list.id());
      keep(list);
    } catch (UnsoundList e) {
      // It never counted; the key that it came before must not be refused for it.
      LOG.warnf("waiting status list not relied on list=%s: %s", list.id(), e.getMessage());
    }
  }

  private void keepVerified(PublishedList announced, VerifiedStatusList trusted) {
    StatusListCredential list = trusted.list();
    if (!list.purpose().token().equals(announced.purpose())) {
      throw new UnsoundList("PURPOSE");
    }
    boolean theirs =
        trust
            .organisation(list.issuer().value())
            .filter(issuer -> issuer.id().equals(announced.organisation()))
            .isPresent();
    if (!theirs) {
      throw new UnsoundList("ISSUER");
    }
    PublishedList signed = announced.at(list.validFrom(), list.validUntil());
    if (copy.held(announced.id()).filter(signed::isOlderThan).isPresent()) {
      throw new UnsoundList("ROLLED_BACK");
    }
    copy.keepVerified(signed, new Text(Form.BITSTRING, list.url(), announced.document()));
    String token = announced.token();
    if (token != null) {
      copy.keepVerified(signed, new Text(Form.TOKEN, verified(token, trusted), token));
    }
    // Versions come in their order: what waits for a key is older.
    copy.stopWaiting(announced.id());
  }

  /**
   * Where the token is published. It is the list's own, of the same key and the same moment: then
   * what lets no old list in lets no old token in either.
   */
  private URI verified(String token, VerifiedStatusList trusted) {
    StatusListCredential list = trusted.list();
    return VerifiedTokenList.read(token, keys, notBefore(list.validFrom()))
        .filter(read -> read.key().equals(trusted.key()))
        .filter(read -> read.list().issuedAt().equals(toTheSecond(list.validFrom())))
        .filter(read -> read.list().expires().equals(toTheSecond(list.validUntil())))
        .map(VerifiedTokenList::url)
        .filter(url -> !url.equals(list.url()))
        .orElseThrow(() -> new UnsoundList("TOKEN"));
  }

  /** As a token tells time. */
  private static Instant toTheSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The issuer's clock may be ahead of ours; what it signed just now is not from the future. */
  private Instant notBefore(Instant issuedAt) {
    Instant now = clock.instant();
    return now.isBefore(issuedAt) ? issuedAt : now;
  }
}
