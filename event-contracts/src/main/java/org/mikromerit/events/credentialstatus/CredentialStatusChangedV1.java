package org.mikromerit.events.credentialstatus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * What a credential's status is now, with every status that it has had. Being valid from its issue
 * is sequence 1 and is said by the event of the issue; so the first of these has sequence 2.
 *
 * @param reason why it came to that; there unless it is valid and never was anything else
 * @param history oldest first, never empty; the last one is the status now
 */
public record CredentialStatusChangedV1(
    UUID credentialId,
    UUID organisationId,
    CredentialStatus status,
    @Nullable StatusReason reason,
    Instant since,
    List<StatusSince> history)
    implements EventData {

  public CredentialStatusChangedV1 {
    Bounds.present(
        "credentialId",
        credentialId,
        "organisationId",
        organisationId,
        "status",
        status,
        "since",
        since);
    StatusSince now = new StatusSince(status, reason, since);
    history = Bounds.list("history", history, 1);
    for (int i = 1; i < history.size(); i++) {
      Bounds.notBefore("history", history.get(i).from(), history.get(i - 1).from());
    }
    Bounds.holds(history.getLast().equals(now), "history", "does not end in the status of now");
  }

  /** A status and its beginning; only what is valid since its issue is so without a reason. */
  public record StatusSince(CredentialStatus status, @Nullable StatusReason reason, Instant from) {
    public StatusSince {
      Bounds.present("status", status, "from", from);
      Bounds.holds(
          reason == null ? status == CredentialStatus.VALID : reason.leadsTo(status),
          "reason",
          "is missing or leads to another status");
    }
  }

  @Override
  public EventType eventType() {
    return EventType.CREDENTIAL_STATUS_CHANGED_V1;
  }

  @Override
  public String subject() {
    return credentialId.toString();
  }

  @Override
  public String partitionKey() {
    return credentialId.toString();
  }
}
