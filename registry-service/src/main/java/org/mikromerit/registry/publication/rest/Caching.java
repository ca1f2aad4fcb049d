package org.mikromerit.registry.publication.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.mikromerit.registry.publication.PublicationConfig;

/** How long anyone between us and a reader may keep a document. */
@ApplicationScoped
class Caching {
  private final PublicationConfig config;
  private final InstantSource clock;

  Caching(PublicationConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  CacheControl brief() {
    return keep(config.maxAge());
  }

  /** Never beyond the document's own end. */
  CacheControl briefUntil(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return keep(left.compareTo(config.maxAge()) < 0 ? left : config.maxAge());
  }

  private static CacheControl keep(Duration time) {
    CacheControl control = new CacheControl();
    control.setPrivate(false);
    control.setNoTransform(true);
    control.setMustRevalidate(true);
    control.setMaxAge((int) Math.max(0, time.toSeconds()));
    return control;
  }
}
