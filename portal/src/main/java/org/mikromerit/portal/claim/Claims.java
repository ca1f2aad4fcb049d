package org.mikromerit.portal.claim;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where the issuer takes codes. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
@Path("/claim")
interface Claims {

  @POST
  @Consumes("application/json")
  Claimed claim(Code code);

  /** As it stands in the letter. */
  record Code(String code) {
    /** Says nothing, so that no log line can carry a code. */
    @Override
    public String toString() {
      return "Code";
    }
  }

  /** What was behind it. */
  record Claimed(UUID credentialId) {}
}
