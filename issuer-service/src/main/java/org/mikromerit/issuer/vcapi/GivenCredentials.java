package org.mikromerit.issuer.vcapi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.status.StatusPlace;

/** Keeps what was signed as it was given; it is added to, and revoked. */
public interface GivenCredentials {

  /**
   * What was signed.
   *
   * @param name by which its status is set: its own id, or what was asked for; null if it has none.
   *     It is kept as a digest, since nobody knows what it says.
   * @param place of its status; null without one
   */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Given(
      UUID id,
      UUID instance,
      UUID organisation,
      @Nullable String name,
      UUID key,
      byte[] body,
      Instant issuedAt,
      @Nullable StatusPlace place) {

    /** SHA-256 of the signed bytes, in hexadecimal. */
    public String digest() {
      return Sha256.hex(body);
    }
  }

  /** How one stands that has a status. */
  record Standing(UUID credential, StatusPlace place, boolean revoked, boolean suspended) {

    /** Whether its status is told there; true where nobody said where. */
    boolean isToldBy(Optional<StatusEntry> entry, PublicAddress address) {
      return entry.isEmpty() || place.entries(address).contains(entry.get());
    }
  }

  void add(Given given);

  /** The signed bytes, if this instance issued them. */
  Optional<Body> body(UUID organisation, UUID instance, UUID id);

  /**
   * All that the instance issued under this name and with a status, up to a bound; nobody changes
   * them until this transaction ends.
   */
  List<Standing> lock(UUID instance, String name, int most);

  void revoke(UUID credential, Instant at);

  void suspend(UUID credential, boolean suspended);
}
