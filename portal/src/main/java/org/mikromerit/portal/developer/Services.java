package org.mikromerit.portal.developer;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The four services, in the order in which people meet them. */
@ApplicationScoped
class Services {
  private final Map<String, URI> addresses = new LinkedHashMap<>();
  private final Map<String, Described> all = new LinkedHashMap<>();

  Services(
      @ConfigProperty(name = "mikromerit.issuer.url") URI issuer,
      @ConfigProperty(name = "mikromerit.registry.url") URI registry,
      @ConfigProperty(name = "mikromerit.verification.url") URI verification,
      @ConfigProperty(name = "mikromerit.stacking.url") URI stacking,
      @ConfigProperty(name = "mikromerit.issuer.public-url") URI publicIssuer,
      @ConfigProperty(name = "mikromerit.registry.public-url") URI publicRegistry,
      @ConfigProperty(name = "mikromerit.verification.public-url") URI publicVerification,
      @ConfigProperty(name = "mikromerit.stacking.public-url") URI publicStacking) {
    add("issuer", issuer, publicIssuer);
    add("registry", registry, publicRegistry);
    add("verification", verification, publicVerification);
    add("stacking", stacking, publicStacking);
  }

  private void add(String name, URI inside, URI outside) {
    all.put(name, client(inside));
    addresses.put(name, outside);
  }

  private static Described client(URI address) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(1, TimeUnit.SECONDS)
        .readTimeout(10, TimeUnit.SECONDS)
        .build(Described.class);
  }

  Map<String, Described> all() {
    return all;
  }

  /** Where programs elsewhere find it. */
  URI address(String service) {
    return addresses.getOrDefault(service, URI.create("/"));
  }
}
