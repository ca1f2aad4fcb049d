package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.CredentialContent;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.Issuer;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.openbadge.UnderRight;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.issuer.definition.CompleteDefinition;
import org.mikromerit.issuer.definition.PublishedDefinition;
import org.mikromerit.issuer.definition.TrialOfSigning;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.status.StatusPlace;

/**
 * Signs a credential of the version with a key that is thrown away. A definition too large for a
 * document that verifiers read would otherwise be found out by whoever issues it.
 */
@ApplicationScoped
class SignTrialCredential implements TrialOfSigning {
  private static final Logger LOG = Logger.getLogger(SignTrialCredential.class);
  private static final String LONG_NAME = "Å".repeat(200);
  private static final String LONG_GRADE = "Å".repeat(100);
  private static final String LONG_STATEMENT = "Å".repeat(2_000);

  private final PublicAddress address;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  SignTrialCredential(PublicAddress address, InstantSource clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public Outcome of(PublishedDefinition version) {
    SigningKey key = SoftwareKey.generate(KeyType.ED25519, random);
    VerificationMethodId method = DidKey.verificationMethod(key.publicKey());
    Instant now = clock.instant();
    try {
      var document = OpenBadgeComposer.compose(content(version, key, now));
      byte[] signed = DocumentSigner.standard().sign(document, key, method, now);
      if (signed.length == 0) {
        return Outcome.NOT_SIGNED;
      }
      return Signer.signDisclosable(document, key, method, now).isPresent()
          ? Outcome.SHOWN_IN_PARTS
          : Outcome.SHOWN_WHOLE;
    } catch (NotCovered | IllegalArgumentException | IllegalStateException e) {
      LOG.infof(e, "trial credential not signed definition=%s", version.id());
      return Outcome.NOT_SIGNED;
    }
  }

  private CredentialContent content(PublishedDefinition version, SigningKey key, Instant now) {
    var id = new UUID(0, 0);
    return new CredentialContent(
        new CredentialId(id),
        new Issuer(DidKey.of(key.publicKey()), LONG_NAME),
        CompleteDefinition.of(version),
        new Holder(LONG_NAME, LONG_NAME),
        now,
        now,
        null,
        new AssessmentResult(LONG_GRADE, LONG_GRADE),
        new StatusPlace(id, new UUID(0, 1), 999_999).entries(address),
        null,
        LONG_STATEMENT,
        new UnderRight(id, address.didOf(id), LONG_NAME));
  }
}
