package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;

/**
 * An institution reads what it issued. The answer to the issue itself is noted nowhere: it tells
 * the institution what the institution has just told.
 */
@ApplicationScoped
public class ReadCredential {
  private final Credentials credentials;
  private final Disclosures disclosures;

  ReadCredential(Credentials credentials, Disclosures disclosures) {
    this.credentials = credentials;
    this.disclosures = disclosures;
  }

  /** Empty where the organisation issued no such credential. */
  @Transactional
  public Optional<Body> read(UUID organisation, UUID id) {
    Optional<Body> body = credentials.body(organisation, id);
    if (body.orElse(null) instanceof Body.Held) {
      disclosures.record(
          Basis.PUBLIC_TASK,
          Purpose.INSTITUTION_RECORD,
          "organisation:" + organisation,
          "credential",
          id);
    }
    return body;
  }
}
