package org.mikromerit.events.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.GovernanceModel;

/**
 * An organisation as the register knows it now, with every state that it has been in.
 *
 * @param name at most 200 characters
 * @param country ISO 3166-1 alpha-2
 * @param history oldest first, never empty; the last one is the state now
 * @param accreditations null where the register says nothing of any
 */
public record OrganisationChangedV1(
    UUID organisationId,
    String name,
    String country,
    GovernanceModel governanceModel,
    OrganisationState state,
    String did,
    List<StateSince> history,
    @Nullable List<Accreditation> accreditations)
    implements EventData {

  public OrganisationChangedV1 {
    Bounds.present(
        "organisationId", organisationId, "governanceModel", governanceModel, "state", state);
    Bounds.text("name", name, 200);
    Bounds.country("country", country);
    Bounds.did("did", did);
    history = Bounds.list("history", history, 1);
    for (int i = 1; i < history.size(); i++) {
      Bounds.notBefore("history", history.get(i).from(), history.get(i - 1).from());
    }
    Bounds.holds(history.getLast().state() == state, "history", "does not end in the state of now");
    if (accreditations != null) {
      accreditations = Bounds.list("accreditations", accreditations, 0);
    }
  }

  /**
   * A body's dated decision about the organisation.
   *
   * @param scheme that it was decided under, at most 200 characters
   * @param body that decided, at most 200 characters
   * @param scope what it covers, at most 500 characters; null for everything
   * @param validUntil when it ends by itself
   * @param withdrawnAt when the body took it back
   */
  public record Accreditation(
      UUID accreditationId,
      String scheme,
      String body,
      @Nullable String scope,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant withdrawnAt) {
    public Accreditation {
      Bounds.present("accreditationId", accreditationId, "validFrom", validFrom);
      Bounds.text("scheme", scheme, 200);
      Bounds.text("body", body, 200);
      if (scope != null) {
        Bounds.text("scope", scope, 500);
      }
    }
  }

  /**
   * A state and its beginning.
   *
   * @param reason as the authority published it, at most 500 characters
   */
  public record StateSince(OrganisationState state, Instant from, @Nullable String reason) {
    public StateSince {
      Bounds.present("state", state, "from", from);
      if (reason != null) {
        Bounds.text("reason", reason, 500);
      }
    }
  }

  @Override
  public EventType eventType() {
    return EventType.ORGANISATION_CHANGED_V1;
  }

  @Override
  public String subject() {
    return organisationId.toString();
  }

  @Override
  public String partitionKey() {
    return organisationId.toString();
  }
}
