package org.mikromerit.verification.bundle;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/**
 * Which other registries are believed, by their keys. Nobody is unless an operator says so: whom to
 * trust cannot be learnt from a document.
 */
@ApplicationScoped
@Startup // A setting that cannot be read must not read as "nobody".
public class TrustedRegistries {
  private final Map<VerificationMethodId, PublicKey> keys;

  /**
   * @param trusted each {@code <did>#<public key in multibase>}, as the registry's DID document
   *     names its key
   */
  TrustedRegistries(
      @ConfigProperty(name = "mikromerit.trusted-registries") Optional<List<String>> trusted) {
    this.keys =
        trusted.orElse(List.of()).stream()
            .map(TrustedRegistries::method)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), TrustedRegistries::named));
  }

  /** The key, if it is a trusted registry's. */
  Optional<PublicKey> key(VerificationMethodId method) {
    return Optional.ofNullable(keys.get(method));
  }

  private static VerificationMethodId method(String text) {
    return VerificationMethodId.parse(text.strip()).orElseThrow(() -> unreadable(text));
  }

  private static PublicKey named(VerificationMethodId method) {
    String url = method.url();
    return PublicKey.fromMultibase(url.substring(url.indexOf('#') + 1))
        .orElseThrow(() -> unreadable(url));
  }

  private static IllegalStateException unreadable(String text) {
    return new IllegalStateException(
        "MIKROMERIT_TRUSTED_REGISTRIES names each registry as <did>#<public key in multibase>; not so: "
            + text);
  }
}
