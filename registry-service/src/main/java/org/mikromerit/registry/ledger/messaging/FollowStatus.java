package org.mikromerit.registry.ledger.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.events.Event;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.RegisterFact;
import org.mikromerit.registry.ledger.Suspensions;

/** Of a credential's statuses the ledger takes the one that is final; the others are followed. */
@ApplicationScoped
class FollowStatus implements EventHandler<CredentialStatusChangedV1> {
  private final RegisterFact registerFact;
  private final Suspensions suspensions;

  FollowStatus(RegisterFact registerFact, Suspensions suspensions) {
    this.registerFact = registerFact;
    this.suspensions = suspensions;
  }

  @Override
  public Class<CredentialStatusChangedV1> data() {
    return CredentialStatusChangedV1.class;
  }

  @Override
  public void apply(Event<CredentialStatusChangedV1> event) {
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<CredentialStatusChangedV1>> events) {
    registerFact.register(
        events.stream()
            .map(Event::data)
            .filter(changed -> changed.status() == CredentialStatus.REVOKED)
            .map(FollowStatus::revoked)
            .toList());
    events.forEach(this::copy);
  }

  private static CredentialFact revoked(CredentialStatusChangedV1 changed) {
    return new CredentialFact.Revoked(
        changed.credentialId(), changed.organisationId(), reason(changed), changed.since());
  }

  @Override
  public void copy(Event<CredentialStatusChangedV1> event) {
    CredentialStatusChangedV1 changed = event.data();
    switch (changed.status()) {
      case VALID, REVOKED -> suspensions.lift(changed.credentialId());
      case SUSPENDED ->
          suspensions.put(
              new Suspensions.Suspension(
                  changed.credentialId(),
                  changed.organisationId(),
                  reason(changed),
                  changed.since()));
    }
  }

  /** The contract gives one wherever the credential does not stand. */
  private static String reason(CredentialStatusChangedV1 changed) {
    return requireNonNull(changed.reason()).code();
  }
}
