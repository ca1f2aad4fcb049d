package org.mikromerit.verification.status;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;

/**
 * Keeps status lists and the statuses of single credentials.
 *
 * <p>Every question may throw {@link org.mikromerit.kit.sql.CopyUnavailable}.
 */
public interface StatusCopy {
  /** Keeps a list whose signature was verified, in place of an older version. */
  void keepVerified(PublishedList list, URI url);

  /** Keeps a list whose signer is not known yet. */
  void keepWaiting(PublishedList list);

  void stopWaiting(UUID list);

  List<PublishedList> waitingFor(UUID organisation);

  void keep(CredentialStatusChangedV1 status);

  /** Which version of the list is held, by its id. */
  Optional<HeldVersion> held(UUID list);

  /** The version of the list that is held for an address. */
  OptionalInt version(URI url);

  Optional<HeldDocument> document(URI url);

  /** Every status that was announced of the credential, oldest first; none if nothing was. */
  List<StatusSince> announced(UUID credential);

  /** Which version is held, and when it was signed. */
  record HeldVersion(int version, Instant issuedAt) {}

  /** A list's bytes and which version they are. */
  record HeldDocument(int version, String document) {}
}
