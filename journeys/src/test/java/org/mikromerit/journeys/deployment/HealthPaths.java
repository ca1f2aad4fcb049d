package org.mikromerit.journeys.deployment;

import java.util.Set;

/** Where a service tells how it is, and the portal; a journey asks every one of them. */
public final class HealthPaths {
  public static final String STARTED = "/q/health/started";
  public static final String LIVE = "/q/health/live";
  public static final String READY = "/q/health/ready";
  public static final String WELL = "/q/health/well";

  /** What Kubernetes asks, of the portal as well. */
  public static final Set<String> PROBED = Set.of(STARTED, LIVE, READY);

  public static final Set<String> ALL = Set.of(STARTED, LIVE, READY, WELL);

  private HealthPaths() {}
}
