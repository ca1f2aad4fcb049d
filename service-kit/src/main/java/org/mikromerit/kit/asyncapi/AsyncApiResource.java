package org.mikromerit.kit.asyncapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.events.AsyncApi;

/** What the service sends and receives, beside {@code /openapi}. */
@Path("/asyncapi")
@Tag(name = "description")
class AsyncApiResource {
  private final byte[] document;

  AsyncApiResource(@ConfigProperty(name = "quarkus.application.name") String service) {
    document = AsyncApi.of(service);
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readAsyncApi",
      summary = "The events that this service sends and receives (AsyncAPI 3.0.0)")
  public byte[] read() {
    return document;
  }
}
