package org.mikromerit.issuer.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.issuer.signing.PublicAddress;

/**
 * Where a credential's status is published: the same bit of one list or of two. It is used for one
 * credential and never again.
 *
 * @param list tells who is revoked
 * @param suspensions tells who is suspended; null where there is no such list, and then nobody can
 *     be
 */
public record StatusPlace(UUID list, @Nullable UUID suspensions, int index) {

  /** As a document names it. */
  public List<StatusEntry> entries(PublicAddress address) {
    var entries = new ArrayList<StatusEntry>();
    entries.add(new StatusEntry(StatusPurpose.REVOCATION, address.statusList(list), index));
    if (suspensions != null) {
      entries.add(
          new StatusEntry(StatusPurpose.SUSPENSION, address.statusList(suspensions), index));
    }
    return entries;
  }
}
