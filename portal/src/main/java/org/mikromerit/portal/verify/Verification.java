package org.mikromerit.portal.verify;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What verification-service answers to anybody. */
@RegisterRestClient(configKey = "verification")
@Path("/verify")
public interface Verification {

  @POST
  @Consumes("*/*")
  Verdict verify(
      @HeaderParam("Content-Type") String type,
      @QueryParam("askIssuer") boolean askIssuer,
      @QueryParam("asOf") @Nullable String asOf,
      String document);

  @POST
  @Path("/id")
  @Consumes("application/json")
  Verdict verifyId(IdQuestion question, @QueryParam("asOf") @Nullable String asOf);

  /** A credential's id alone. */
  record IdQuestion(String id) {}
}
