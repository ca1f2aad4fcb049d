package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.kit.outbox.Outbox;

/** Tells verifiers and the register of a right, with all the terms that it had. */
@ApplicationScoped
class AnnounceRight {
  private final IssuingRights rights;
  private final Outbox outbox;

  AnnounceRight(IssuingRights rights, Outbox outbox) {
    this.rights = rights;
    this.outbox = outbox;
  }

  /** In the transaction that decided it, after the right was written. */
  void announce(IssuingRight right) {
    outbox.announce(event(right), right.sequence());
  }

  IssuingRightChangedV1 event(IssuingRight right) {
    List<TermsSince> history =
        rights.history(right.id()).stream().map(AnnounceRight::told).toList();
    return new IssuingRightChangedV1(
        right.id(), right.definition(), right.creator(), right.holder(), history);
  }

  private static TermsSince told(Terms terms) {
    return new TermsSince(
        terms.state(),
        terms.decidedAt(),
        terms.versions(),
        terms.validFrom(),
        terms.validUntil(),
        terms.reason());
  }
}
