package org.mikromerit.registry.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;

/** A key that an organisation signs with becomes public. */
@ApplicationScoped
public class PublishKey {
  private final OrganisationKeys keys;
  private final Organisations organisations;
  private final TrustListChanges trustListChanges;

  PublishKey(
      OrganisationKeys keys, Organisations organisations, TrustListChanges trustListChanges) {
    this.keys = keys;
    this.organisations = organisations;
    this.trustListChanges = trustListChanges;
  }

  /**
   * Takes the key as it is now.
   *
   * @throws IllegalArgumentException if the key is not named by the DID of the organisation:
   *     published under this DID it would be another key, under another DID it would not be found
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(OrganisationKey key) {
    Organisation organisation =
        organisations
            .find(key.organisation())
            .orElseThrow(() -> new IllegalArgumentException("The key's organisation is unknown"));
    if (!key.method().did().value().equals(organisation.did())) {
      throw new IllegalArgumentException(
          "The key is named by another DID than its organisation's: do issuer and registry have the same MIKROMERIT_PUBLIC_URL?");
    }
    keys.put(key);
    trustListChanges.mark();
  }
}
