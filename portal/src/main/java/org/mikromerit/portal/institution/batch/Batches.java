package org.mikromerit.portal.institution.batch;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Coded;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.page.Why;
import org.mikromerit.portal.reach.Paged;

/** What the issuer tells of an institution's batches. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
public interface Batches {

  @GET
  @Path("/organisations/{org}/batches")
  Paged<Batch> page(
      @PathParam("org") UUID organisation,
      @QueryParam("newestFirst") boolean newestFirst,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/organisations/{org}/batches/{id}")
  Batch batch(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  @GET
  @Path("/organisations/{org}/batches/{id}/rows")
  Paged<Row> rows(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @QueryParam("state") RowState state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/organisations/{org}/batches/{id}/result")
  Response result(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  /** Holds it, lets it go on, or ends it. */
  @POST
  @Path("/organisations/{org}/batches/{id}/{wish}")
  Batch steer(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("wish") String wish);

  @GET
  @Path("/batch-template.csv")
  Response template(
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("version") @Nullable Integer version);

  /** How far a batch has come. */
  enum State {
    RECEIVED(Status.UNKNOWN),
    RUNNING(Status.UNKNOWN),
    PAUSED(Status.WARNING),
    FINISHED(Status.GOOD),
    CANCELLED(Status.WARNING),
    FAILED(Status.BAD);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }

    /** Whether nothing more happens to it. */
    public boolean ended() {
      return this == FINISHED || this == CANCELLED || this == FAILED;
    }
  }

  /** What became of a row. */
  enum RowState {
    WAITING,
    ISSUED,
    ISSUABLE,
    SKIPPED,
    REFUSED,
    CANCELLED
  }

  /** A file of rows, and how far it has come. */
  record Batch(
      UUID id,
      State state,
      boolean dryRun,
      long rows,
      long done,
      long issued,
      long issuable,
      long skipped,
      long refused,
      Instant receivedAt,
      @Nullable Instant finishedAt) {

    public boolean moves() {
      return state == State.RECEIVED || state == State.RUNNING;
    }

    /** Good only where every row came to what was asked of it. */
    public Status status() {
      if (state != State.FINISHED || refused == 0) {
        return state.status();
      }
      return refused == rows ? Status.BAD : Status.WARNING;
    }
  }

  /** What became of a row; nothing of what stood in it. */
  record Row(int row, RowState state, @Nullable UUID credentialId, List<Fault> problems) {}

  /**
   * One thing that is wrong with a row.
   *
   * @param field the column's heading; null where it is about the whole row
   */
  record Fault(@Nullable String field, String code, String detail) {

    public Why why() {
      return Why.of(code);
    }

    /** Whether it is about what a cell holds, and so about what its column takes. */
    public boolean aboutCell() {
      return why() == Why.INVALID_VALUE && cell() != Cell.OTHER;
    }

    public Cell cell() {
      return Coded.of(Cell.class, field, Cell.OTHER);
    }
  }

  /** A column, with words for what its cells take. */
  enum Cell {
    GIVEN_NAME,
    FAMILY_NAME,
    IDENTIFIER_TYPE,
    IDENTIFIER,
    AWARDED_AT,
    GRADE,
    GRADE_SCHEME,
    EXTERNAL_REFERENCE,
    EVIDENCE_STATEMENT,
    DEFINITION,
    VERSION,
    /** One that came after this page was written. */
    OTHER
  }
}
