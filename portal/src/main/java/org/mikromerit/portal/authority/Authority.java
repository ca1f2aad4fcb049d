package org.mikromerit.portal.authority;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.register.Register.Organisation;
import org.mikromerit.portal.register.Register.State;

/** What the registry lets registrars do. */
@RegisterRestClient(configKey = "registry")
@AccessToken
interface Authority {

  @GET
  @Path("/proposals")
  Paged<Proposal> proposals(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @GET
  @Path("/proposals/{organisation}")
  Proposal proposal(@PathParam("organisation") UUID organisation);

  @POST
  @Path("/organisations/{id}/review")
  @Consumes("application/json")
  Proposal prepare(@PathParam("id") UUID id, Review review);

  @POST
  @Path("/organisations/{id}/decision")
  @Consumes("application/json")
  Organisation decide(@PathParam("id") UUID id, Decision decision);

  @POST
  @Path("/organisations/{id}/suspension")
  @Consumes("application/json")
  Organisation suspend(@PathParam("id") UUID id, Reason reason);

  /** What two registrars together may decide. */
  enum Verdict {
    AUTHORISE,
    REFUSE,
    REINSTATE,
    WITHDRAW;

    /** What can be prepared while an organisation is in that state. */
    static List<Verdict> on(State state) {
      return switch (state) {
        case APPLIED, IN_REVIEW -> List.of(AUTHORISE, REFUSE);
        case AUTHORISED -> List.of(WITHDRAW);
        case SUSPENDED -> List.of(REINSTATE, WITHDRAW);
        case SELF_DECLARED, REFUSED, WITHDRAWN, MERGED, CLOSED -> List.of();
      };
    }

    /** By its name; null for any other text. */
    static @Nullable Verdict named(@Nullable String name) {
      return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** A decision that one prepared and another is to take. */
  record Proposal(
      UUID organisation,
      String name,
      Verdict proposal,
      String reason,
      Instant preparedAt,
      boolean yours) {}

  /** What the first sends. */
  record Review(@Nullable Verdict proposal, String reason) {}

  /** What the second sends: the decision again, or RETURN. */
  record Decision(String decision, @Nullable String reason) {}

  /** Why. */
  record Reason(String reason) {}
}
