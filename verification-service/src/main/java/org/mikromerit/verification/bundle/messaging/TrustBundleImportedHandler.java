package org.mikromerit.verification.bundle.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.bundle.KeptBundles;

@ApplicationScoped
class TrustBundleImportedHandler implements EventHandler<TrustBundleImportedV1> {
  private final KeptBundles bundles;

  TrustBundleImportedHandler(KeptBundles bundles) {
    this.bundles = bundles;
  }

  @Override
  public Class<TrustBundleImportedV1> data() {
    return TrustBundleImportedV1.class;
  }

  @Override
  public void apply(Event<TrustBundleImportedV1> event) {
    bundles.keep(event.data().bundleId(), event.data().bundle());
  }
}
