package org.mikromerit.portal.institution.issued;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.portal.institution.issued.Issued.Reason;
import org.mikromerit.portal.institution.issued.Issued.State;

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
  public List<Reason> reasons() {
    return switch (this) {
      case SUSPEND ->
          List.of(Reason.UNDER_INVESTIGATION, Reason.SUSPECTED_ERROR, Reason.HOLDER_REQUEST);
      case REINSTATE ->
          List.of(Reason.CLEARED, Reason.SUSPENDED_IN_ERROR, Reason.REQUEST_WITHDRAWN);
      case REVOKE ->
          List.of(
              Reason.ERROR,
              Reason.INTEGRITY_FINDING,
              Reason.WITHDRAWN_AUTHORISATION,
              Reason.KEY_COMPROMISE);
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
