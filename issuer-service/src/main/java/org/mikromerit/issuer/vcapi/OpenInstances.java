package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The instances for everybody: none outside the test profile, whatever was made within it. */
@ApplicationScoped
public class OpenInstances {
  private final IssuerInstances instances;
  private final OpenTestProfile openTestProfile;

  OpenInstances(IssuerInstances instances, OpenTestProfile openTestProfile) {
    this.instances = instances;
    this.openTestProfile = openTestProfile;
  }

  public Optional<IssuerInstance> find(UUID id) {
    return openTestProfile.isOn() ? instances.findOpen(id) : Optional.empty();
  }
}
