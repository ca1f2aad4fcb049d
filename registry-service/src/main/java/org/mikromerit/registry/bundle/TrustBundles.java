package org.mikromerit.registry.bundle;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bundles of other registries that came with imported portfolios; they are only added to. */
public interface TrustBundles {

  /** Keeps the bundle; false, and nothing done, if it is here. */
  boolean keep(TrustBundle bundle, Instant keptAt);

  /** What the newest bundle says of each of the credentials of which one says something. */
  Map<UUID, AsTold> statuses(Collection<UUID> credentials);

  /** The signed texts of the newest bundles about the credentials. */
  List<String> about(Collection<UUID> credentials);

  /** At most so many after the given id, in the order of their ids. */
  List<KeptBundle> after(String id, int atMost);

  /** A bundle, and since when it is here. */
  record KeptBundle(TrustBundle bundle, Instant keptAt) {}

  /**
   * How a credential stood.
   *
   * @param asOf when the bundle said so
   */
  record AsTold(TrustBundle.Told told, Instant asOf) {}
}
