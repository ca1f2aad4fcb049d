package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.registry.learner.LinkIdentifiers.Linked;

/** What was issued against a claim code becomes the learner's whose account handed the code in. */
@ApplicationScoped
public class LinkClaim {
  private final LinkIdentifiers linkIdentifiers;
  private final Audit audit;

  LinkClaim(LinkIdentifiers linkIdentifiers, Audit audit) {
    this.linkIdentifiers = linkIdentifiers;
    this.audit = audit;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void link(String claimedRef, String accountRef) {
    Linked linked =
        linkIdentifiers.link(
            List.of(
                new VerifiedIdentifier(accountRef, IdentifierKind.ACCOUNT),
                new VerifiedIdentifier(claimedRef, IdentifierKind.CLAIM)),
            false);
    audit.recordBySystem(null, "learner.claim-linked", "learner", linked.learner(), Map.of());
  }
}
