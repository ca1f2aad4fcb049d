package org.mikromerit.portal.operations;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.batch.Batches;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What every service tells its operator. */
interface Operated {

  @GET
  @Path("/outbox")
  Outbox outbox();

  @GET
  @Path("/inbox")
  Inbox inbox();

  @GET
  @Path("/parked")
  Paged<Parked> parked(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @POST
  @Path("/parked/retries")
  @Consumes("application/json")
  Begun retry(Retry retry);

  @GET
  @Path("/replays")
  Paged<Replay> replays(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  /** The issuer. */
  @RegisterRestClient(configKey = "operated-issuer")
  @AccessToken
  @Path("/operator")
  interface Issuer extends Operated {

    @GET
    @Path("/batches")
    Paged<Batch> batches(
        @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
  }

  /** The registry. */
  @RegisterRestClient(configKey = "operated-registry")
  @AccessToken
  @Path("/operator")
  interface Registry extends Operated {}

  /** The verifier. */
  @RegisterRestClient(configKey = "operated-verification")
  @AccessToken
  @Path("/operator")
  interface Verification extends Operated {}

  /** Stacking. */
  @RegisterRestClient(configKey = "operated-stacking")
  @AccessToken
  @Path("/operator")
  interface Stacking extends Operated {}

  /** What waits for the broker, and since when. */
  record Outbox(long waiting, @Nullable Instant oldest) {}

  /** What the service has yet to read. */
  record Inbox(List<Unread> items) {
    public long waiting() {
      return items.stream().mapToLong(Unread::waiting).sum();
    }
  }

  /** The same of a topic. */
  record Unread(String topic, long waiting) {}

  /** An event that could not be applied. */
  record Parked(
      long position,
      String topic,
      @Nullable String key,
      @Nullable String type,
      String cause,
      int tries,
      Instant parkedAt) {}

  /** Which events to try again; all of the topic where there is no key. */
  record Retry(String topic, @Nullable String key) {}

  /** What is being tried. */
  record Begun(String topic, long waiting) {}

  /** A telling of a topic's entities again. */
  record Replay(
      UUID id,
      String topic,
      State state,
      long announced,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure) {}

  /**
   * A file that an institution sent and that is not done.
   *
   * @param organisation its sender's name; null while the issuer does not know it
   */
  record Batch(
      @Nullable String organisation,
      boolean dryRun,
      Batches.State state,
      long rows,
      long done,
      Instant receivedAt,
      Instant updatedAt) {}

  /** How far it is. */
  enum State {
    RUNNING(Status.UNKNOWN),
    FINISHED(Status.GOOD),
    FAILED(Status.BAD);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }
}
