package org.mikromerit.verification.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.status.StatusCopy.Announced;

/** What issuers announced of single credentials, by our own copy. */
@ApplicationScoped
public class AnnouncedStatuses implements CredentialStatuses {
  private final StatusCopy copy;

  AnnouncedStatuses(StatusCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(CredentialId credential) {
    try {
      return copy.announced(credential.value())
          .map(AnnouncedStatuses::answer)
          .orElseGet(Unknown::new);
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  private static Answer answer(Announced announced) {
    return announced.revoked()
        ? new Revoked(Optional.ofNullable(announced.reason()), announced.since())
        : new Standing();
  }
}
