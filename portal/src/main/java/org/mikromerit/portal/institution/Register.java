package org.mikromerit.portal.institution;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What the registry tells anybody, as far as an institution's pages need it. */
@RegisterRestClient(configKey = "registry")
public interface Register {

  @GET
  @Path("/organisations")
  Paged<Organisation> organisations(
      @QueryParam("q") @Nullable String q,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/organisations/{id}")
  Organisation organisation(@PathParam("id") UUID id);

  @GET
  @Path("/definitions/{id}/versions/{version}")
  Definition definition(@PathParam("id") UUID id, @PathParam("version") int version);

  /** How an organisation stands. */
  enum State {
    SELF_DECLARED(Status.UNKNOWN),
    APPLIED(Status.UNKNOWN),
    IN_REVIEW(Status.UNKNOWN),
    AUTHORISED(Status.GOOD),
    REFUSED(Status.BAD),
    SUSPENDED(Status.WARNING),
    WITHDRAWN(Status.BAD),
    MERGED(Status.UNKNOWN),
    CLOSED(Status.UNKNOWN);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** An organisation that applied at some time, with what became of it. */
  record Organisation(UUID id, String name, State state, List<Since> history) {

    /** Its id as a form writes it. */
    public String number() {
      return id.toString();
    }

    /** How it came to stand as it does. */
    public @Nullable Since latest() {
      return history.isEmpty() ? null : history.getLast();
    }
  }

  /** How it stood from when on. */
  record Since(State state, Instant from, @Nullable String reason) {}

  /** A published version of what may be awarded. */
  record Definition(UUID id, int version, Text title) {}
}
