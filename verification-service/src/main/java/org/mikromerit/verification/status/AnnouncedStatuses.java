package org.mikromerit.verification.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.kit.sql.CopyUnavailable;

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
      List<StatusSince> history = copy.announced(credential.value());
      return history.isEmpty()
          ? new Unknown()
          : new Announced(history.stream().map(AnnouncedStatuses::state).toList());
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  private static State state(StatusSince told) {
    Optional<String> reason = Optional.ofNullable(told.reason()).map(StatusReason::code);
    return switch (told.status()) {
      case VALID -> new Standing(told.from());
      case SUSPENDED -> new Suspended(reason, told.from());
      case REVOKED -> new Revoked(reason, told.from());
    };
  }
}
