package org.mikromerit.credential.openbadge;

import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.status.StatusEntry;

/**
 * A credential that counts towards an award.
 *
 * @param title what to show for it
 * @param status where its status is told, so that anybody can see whether it still stands
 */
public record AwardPart(CredentialId id, @Nullable String title, @Nullable StatusEntry status) {

  public static AwardPart of(CredentialId id) {
    return new AwardPart(id, null, null);
  }
}
