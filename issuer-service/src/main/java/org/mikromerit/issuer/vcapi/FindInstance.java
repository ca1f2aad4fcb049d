package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;

/** An organisation names the instance that is to issue. */
@ApplicationScoped
public class FindInstance {
  private final IssuerInstances instances;
  private final Signers signers;

  FindInstance(IssuerInstances instances, Signers signers) {
    this.instances = instances;
    this.signers = signers;
  }

  /** An organisation's own. */
  public Optional<IssuerInstance> of(UUID organisation, UUID id) {
    return instances.find(organisation, id);
  }

  /** The issuer that its credentials name now; empty while there is no key. */
  public Optional<Did> issuer(IssuerInstance instance) {
    return signers
        .of(instance.organisation(), instance.algorithm())
        .map(instance::named)
        .map(Signer::did);
  }
}
