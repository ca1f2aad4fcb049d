package org.mikromerit.registry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.registry.compromise.StateCompromise;
import org.mikromerit.registry.publication.OrganisationKey;
import org.mikromerit.testkit.Await;

/** Keys that were lost. */
final class Compromises {
  private Compromises() {}

  /** A key of which all is stated that is to be. */
  static UUID stated() {
    OrganisationKey key = aKey();
    QuarkusTransaction.requiringNew()
        .run(() -> CDI.current().select(StateCompromise.class).get().begin(key, key.validFrom()));
    awaitStated(key.id(), 1);
    return key.id();
  }

  /** Waits until so many parts were announced. */
  static void awaitStated(UUID key, int parts) {
    Await.until(
        "it is stated",
        () ->
            Register.database()
                .withHandle(
                    sql ->
                        sql.createQuery(
                                "select announced = :parts from key_compromise where key_id = :key")
                            .bind("parts", parts)
                            .bind("key", key)
                            .mapTo(Boolean.class)
                            .one()));
  }

  private static OrganisationKey aKey() {
    PublicKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey();
    return new OrganisationKey(
        UUID.randomUUID(),
        UUID.randomUUID(),
        VerificationMethodId.of(new Did(Register.didOf(UUID.randomUUID())), key),
        key,
        "Ed25519",
        Instant.parse("2026-01-15T08:00:00Z"),
        null,
        null);
  }
}
