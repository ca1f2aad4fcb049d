package org.mikromerit.journeys.deployment;

import java.util.List;
import java.util.stream.Stream;

/** What of ours runs in every deployment. */
final class Deployed {
  /** Each with a database and a name at the broker. */
  static final List<String> SERVICES = List.of("issuer", "registry", "verification", "stacking");

  static final String PORTAL = "portal";

  static final List<String> ALL = Stream.concat(SERVICES.stream(), Stream.of(PORTAL)).toList();

  private Deployed() {}

  /** The Maven module that it is made from. */
  static String module(String name) {
    return name.equals(PORTAL) ? name : name + "-service";
  }
}
