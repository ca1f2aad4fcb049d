package org.mikromerit.portal.learner;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.page.StatusReason;
import org.mikromerit.portal.reach.Paged;

/** What the registry tells a learner of their own. */
@RegisterRestClient(configKey = "registry")
@AccessToken
@Path("/portfolio")
interface Portfolio {
  /** The source of what its learner put in, who need not be its holder. */
  String BROUGHT_ALONG = "IMPORTED";

  @GET
  Paged<Held> page(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @GET
  @Path("/{id}/details")
  Details details(@PathParam("id") UUID id);

  /** The document in the bytes that were signed. */
  @GET
  @Path("/{id}")
  Response document(@PathParam("id") UUID id);

  @GET
  @Path("/export")
  Response export();

  /** How a credential stands. */
  enum State {
    STANDING(Status.GOOD),
    SUSPENDED(Status.WARNING),
    REVOKED(Status.BAD),
    UNDECIDED(Status.UNKNOWN);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** How it stands, why, and since when. */
  record Standing(State state, @Nullable StatusReason reason, @Nullable Instant since) {}

  /** Who issued it; the organisation where it is in the register. */
  record Issuer(@Nullable String name, String did, @Nullable UUID organisation) {
    public String shown() {
      return name == null ? did : name;
    }
  }

  /** One of the list. */
  record Held(
      UUID id, String title, Issuer issuer, Instant awardedAt, String source, Standing status) {
    public boolean broughtAlong() {
      return source.equals(BROUGHT_ALONG);
    }
  }

  /** One, with what its document says. */
  record Details(
      UUID id,
      String title,
      Issuer issuer,
      @Nullable String holderName,
      Instant awardedAt,
      Instant issuedAt,
      @Nullable Instant validUntil,
      List<Part> parts,
      Instant receivedAt,
      String source,
      Standing status,
      @Nullable URI appealTo) {
    public boolean broughtAlong() {
      return source.equals(BROUGHT_ALONG);
    }

    /** Whether something that it was awarded for does not stand any more. */
    public boolean lacksPart() {
      return parts.stream().anyMatch(Part::standsNot);
    }
  }

  /**
   * A part that it was awarded for.
   *
   * @param status null where an older registry does not say
   */
  record Part(String id, @Nullable String title, @Nullable Standing status) {
    boolean standsNot() {
      return status != null
          && (status.state() == State.SUSPENDED || status.state() == State.REVOKED);
    }
  }
}
