package org.mikromerit.registry.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.kit.replay.Replayable;

/** Tells again what other registries said, as it came; it never changes. */
@ApplicationScoped
class ReplayBundles implements Replayable {
  private final TrustBundles bundles;

  ReplayBundles(TrustBundles bundles) {
    this.bundles = bundles;
  }

  @Override
  public Topic topic() {
    return Topic.TRUST_BUNDLE;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    // One takes hundreds of kilobytes: a page of them must not fill the memory.
    return bundles.after(cursor == null ? "" : cursor, Math.min(most, 20)).stream()
        .map(
            kept ->
                new Announcement(
                    new TrustBundleImportedV1(
                        kept.bundle().id(),
                        kept.bundle().registry(),
                        kept.bundle().issuedAt(),
                        kept.bundle().jws()),
                    1,
                    kept.keptAt(),
                    kept.bundle().id()))
        .toList();
  }
}
