package org.mikromerit.credential.openbadge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.status.StatusEntry;

/**
 * A credential that counts towards an award.
 *
 * @param title what to show for it
 * @param statuses where its status is told, so that anybody can see whether it still stands
 */
public record AwardPart(CredentialId id, @Nullable String title, List<StatusEntry> statuses) {

  /** Keeps what it is given. */
  public AwardPart {
    statuses = List.copyOf(statuses);
  }

  public static AwardPart of(CredentialId id) {
    return new AwardPart(id, null, List.of());
  }
}
