package org.mikromerit.portal.institution.issued;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.portal.institution.issued.Issued.State;
import org.mikromerit.portal.page.StatusReason;

/** What an institution can do with a credential, each with the reasons that it may have. */
enum Change {
  SUSPEND("suspension"),
  REINSTATE("reinstatement"),
  REVOKE("revocation");

  private final String path;

  Change(String path) {
    this.path = path;
  }

  /** As the issuer's REST calls it, and the page. */
  public String path() {
    return path;
  }

  /** Why it may be done; a correction has its own reason, and a part's fall is nobody's to say. */
  public List<StatusReason> reasons() {
    return switch (this) {
      case SUSPEND ->
          List.of(
              StatusReason.UNDER_INVESTIGATION,
              StatusReason.SUSPECTED_ERROR,
              StatusReason.HOLDER_REQUEST);
      case REINSTATE ->
          List.of(
              StatusReason.CLEARED,
              StatusReason.SUSPENDED_IN_ERROR,
              StatusReason.REQUEST_WITHDRAWN);
      case REVOKE ->
          List.of(
              StatusReason.ERROR,
              StatusReason.INTEGRITY_FINDING,
              StatusReason.WITHDRAWN_AUTHORISATION,
              StatusReason.KEY_COMPROMISE);
    };
  }

  /** Whether it cannot be undone. */
  public boolean isFinal() {
    return this == REVOKE;
  }

  boolean isFor(State state) {
    return switch (this) {
      case SUSPEND -> state == State.VALID;
      case REINSTATE -> state == State.SUSPENDED;
      case REVOKE -> state != State.REVOKED;
    };
  }

  static Change of(String path) {
    return Stream.of(values())
        .filter(change -> change.path.equals(path))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
