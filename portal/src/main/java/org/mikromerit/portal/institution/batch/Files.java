package org.mikromerit.portal.institution.batch;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.batch.Batches.Batch;

/** Sends the issuer a file, which takes it longer to read than a page waits for anything else. */
@RegisterRestClient(configKey = "files")
@AccessToken
interface Files {

  @POST
  @Path("/organisations/{org}/batches")
  @Consumes("*/*")
  Batch send(
      @PathParam("org") UUID organisation,
      @HeaderParam("Content-Type") String type,
      @HeaderParam("Idempotency-Key") String key,
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("version") @Nullable Integer version,
      InputStream file);
}
