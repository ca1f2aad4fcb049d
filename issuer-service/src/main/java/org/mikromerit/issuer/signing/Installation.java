package org.mikromerit.issuer.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the first key fixes for ever: the public address, since signed documents name it, and the
 * wrapping key, since nothing else opens the keys. The service does not start with others.
 */
@ApplicationScoped
class Installation {
  private final Installations installations;
  private final PublicAddress address;
  private final KeyWrapping wrapping;
  private final InstantSource clock;

  Installation(
      Installations installations,
      PublicAddress address,
      KeyWrapping wrapping,
      InstantSource clock) {
    this.installations = installations;
    this.address = address;
    this.wrapping = wrapping;
    this.clock = clock;
  }

  void whenStarting(@Observes StartupEvent event) {
    // Asked for also before the first key, so that a missing or broken setting stops the start and
    // not the first issue.
    var asConfigured =
        new Installations.Established(address.base().toString(), wrapping.check(), clock.instant());
    requireSame(installations.find().orElse(asConfigured));
  }

  /** Writes it down, if this is the first key. */
  void establish() {
    installations.addIfFirst(
        new Installations.Established(
            address.base().toString(), wrapping.check(), clock.instant()));
    // Read back: another replica, configured otherwise, may have been first.
    Optional<Installations.Established> established = installations.find();
    requireSame(established.orElseThrow());
  }

  private void requireSame(Installations.Established established) {
    if (!established.publicUrl().equals(address.base().toString())) {
      throw new IllegalStateException(
          "Documents were signed under the public address "
              + established.publicUrl()
              + "; MIKROMERIT_PUBLIC_URL now says "
              + address.base());
    }
    if (!MessageDigest.isEqual(established.wrappingCheck(), wrapping.check())) {
      throw new IllegalStateException(
          "MIKROMERIT_KEY_WRAPPING_KEY is not the key that the signing keys were wrapped with");
    }
  }
}
