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
  void keepVerified(PublishedList list, Text text);

  /** Keeps a list whose signer is not known yet. */
  void keepWaiting(PublishedList list);

  void stopWaiting(UUID list);

  /**
   * Nobody else learns of the organisation's keys, or has one of its lists wait, until the
   * transaction ends.
   */
  void holdWaiting(UUID organisation);

  List<PublishedList> waitingFor(UUID organisation);

  void keep(CredentialStatusChangedV1 status);

  /** Which version of the list is held, by its id. */
  Optional<HeldVersion> held(UUID list);

  /** The version of the list that is held for an address. */
  OptionalInt version(URI url);

  /** The list that is held for an address, and its version. */
  Optional<HeldText> text(URI url);

  /** Every status that was announced of the credential, oldest first; none if nothing was. */
  List<StatusSince> announced(UUID credential);

  /** Which version is held, and when it was signed. */
  record HeldVersion(int version, Instant issuedAt) {}

  /**
   * A list in one of its forms.
   *
   * @param url where it is published in this form
   * @param signed byte for byte
   */
  record Text(Form form, URI url, String signed) {}

  /** In which form a list was signed. */
  enum Form {
    /** A Bitstring Status List, which is a credential. */
    BITSTRING,
    /** A Token Status List, which is a JWT. */
    TOKEN
  }

  /** What is held, and which version that is. */
  record HeldText(int version, Text text) {}
}
