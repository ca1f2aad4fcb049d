package org.mikromerit.issuer.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

class SignersTest {
  private static final UUID ORGANISATION = UUID.randomUUID();

  private final KeyWrapping wrapping =
      new KeyWrapping(Optional.of(Base64.getEncoder().encodeToString(new byte[32])));

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void aKeyOfEachKindIsOpened(KeyAlgorithm algorithm) {
    var key = SoftwareKey.generate(OrganisationKey.type(algorithm), new SecureRandom());
    var signers =
        new Signers(new OneKey(stored(key, algorithm)), wrapping, DocumentSigner.standard());

    assertThat(signers.of(ORGANISATION, algorithm))
        .map(signer -> signer.key().publicKeyMultibase())
        .contains(key.publicKey().multibase());
  }

  @Test
  void aSecretOfAnotherKindThanWasAnnouncedSignsNothing() {
    var ed25519 = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    var signers =
        new Signers(
            new OneKey(stored(ed25519, KeyAlgorithm.P256)), wrapping, DocumentSigner.standard());

    assertThatThrownBy(() -> signers.of(ORGANISATION, KeyAlgorithm.P256))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not the key that was announced");
  }

  private OrganisationKeys.Stored stored(SoftwareKey key, KeyAlgorithm algorithm) {
    var id = UUID.randomUUID();
    var did = new Did("did:web:localhost:organisations:" + ORGANISATION);
    return new OrganisationKeys.Stored(
        new OrganisationKey(
            id,
            ORGANISATION,
            VerificationMethodId.of(did, key.publicKey()).url(),
            key.publicKey().multibase(),
            algorithm,
            Instant.EPOCH,
            null,
            null),
        wrapping.wrap(key.secret(), id, ORGANISATION));
  }

  /** An organisation with one key. */
  private record OneKey(Stored stored) implements OrganisationKeys {
    @Override
    public Optional<OrganisationKey> named(String verificationMethod) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean addIfNone(Stored key) {
      return false;
    }

    @Override
    public Optional<Stored> current(UUID organisation, KeyAlgorithm algorithm) {
      return Optional.of(stored).filter(each -> each.key().algorithm() == algorithm);
    }

    @Override
    public boolean hasAny(UUID organisation) {
      return true;
    }

    @Override
    public List<Told> lockedAfter(UUID after, int most) {
      return List.of(new Told(stored.key(), 1));
    }

    @Override
    public Optional<Told> lock(UUID organisation, UUID key) {
      return Optional.of(new Told(stored.key(), 1));
    }

    @Override
    public void end(Told ended) {
      throw new UnsupportedOperationException("it is not asked to end");
    }

    @Override
    public List<OrganisationKey> list(UUID organisation, UUID after, int most) {
      return List.of(stored.key());
    }
  }
}
