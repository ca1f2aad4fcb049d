package org.mikromerit.registry.bundle;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/** The registries whose word about others we take, each with the key that it signs with. */
@ApplicationScoped
@Startup // A key that cannot be read is told before anything is served.
class TrustedRegistries {
  private final Map<VerificationMethodId, PublicKey> keys;

  /**
   * @param registries {@code <did>#<multibase>}, with commas between several; none unless told,
   *     since to trust a registry is to trust all whom it trusts
   */
  TrustedRegistries(
      @ConfigProperty(name = "mikromerit.trusted-registries") Optional<String> registries) {
    keys = new LinkedHashMap<>();
    for (String entry : registries.orElse("").split(",", -1)) {
      if (!entry.isBlank()) {
        VerificationMethodId method =
            VerificationMethodId.parse(entry.strip()).orElseThrow(TrustedRegistries::unreadable);
        keys.put(
            method,
            PublicKey.fromMultibase(method.fragment()).orElseThrow(TrustedRegistries::unreadable));
      }
    }
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException(
        "MIKROMERIT_TRUSTED_REGISTRIES is <did>#<key in multibase>, with commas between several");
  }

  /** The key of this name, if we trust whom it names. */
  Optional<PublicKey> key(VerificationMethodId method) {
    return Optional.ofNullable(keys.get(method));
  }
}
