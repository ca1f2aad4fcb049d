package org.mikromerit.verification.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.proof.IssuerKeys;

/** Our own copies of everything that a verdict may rest on. */
@ApplicationScoped
public class OwnKnowledge {
  private final IssuerKeys keys;
  private final Issuers issuers;
  private final IssuingRights rights;
  private final StatusLists lists;
  private final CredentialStatuses statuses;
  private final KeptBundles bundles;

  OwnKnowledge(
      IssuerKeys keys,
      Issuers issuers,
      IssuingRights rights,
      StatusLists lists,
      CredentialStatuses statuses,
      KeptBundles bundles) {
    this.keys = keys;
    this.issuers = issuers;
    this.rights = rights;
    this.lists = lists;
    this.statuses = statuses;
    this.bundles = bundles;
  }

  /**
   * They, and behind them the bundles that are kept and those that are given.
   *
   * @param given of trusted registries
   */
  public Knowledge with(List<TrustBundle> given) {
    return with(given, _ -> new IssuerKeys.UnknownIssuer(), _ -> new StatusLists.Unknown());
  }

  /** The same, and sources behind the bundles. */
  public Knowledge with(List<TrustBundle> given, IssuerKeys furtherKeys, StatusLists furtherLists) {
    return new Knowledge(this, given, bundles::about, furtherKeys, furtherLists);
  }

  IssuerKeys keys() {
    return keys;
  }

  Issuers issuers() {
    return issuers;
  }

  IssuingRights rights() {
    return rights;
  }

  StatusLists lists() {
    return lists;
  }

  CredentialStatuses statuses() {
    return statuses;
  }
}
