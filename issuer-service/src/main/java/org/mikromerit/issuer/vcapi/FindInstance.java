package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;

/** Somebody names the instance that is to issue. */
@ApplicationScoped
public class FindInstance {
  private final IssuerInstances instances;
  private final Signers signers;
  private final OpenTestProfile openTestProfile;

  FindInstance(IssuerInstances instances, Signers signers, OpenTestProfile openTestProfile) {
    this.instances = instances;
    this.signers = signers;
    this.openTestProfile = openTestProfile;
  }

  /** An organisation's own. */
  public Optional<IssuerInstance> of(UUID organisation, UUID id) {
    return instances.find(organisation, id);
  }

  /** One for everybody; none outside the test profile, whatever was made within it. */
  public Optional<IssuerInstance> open(UUID id) {
    return openTestProfile.isOn() ? instances.findOpen(id) : Optional.empty();
  }

  /** The issuer that its credentials name now; empty while there is no key. */
  public Optional<Did> issuer(IssuerInstance instance) {
    return signers
        .of(instance.organisation(), instance.algorithm())
        .map(instance::named)
        .map(Signer::did);
  }
}
