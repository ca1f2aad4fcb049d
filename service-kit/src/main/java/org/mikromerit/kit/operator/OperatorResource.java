package org.mikromerit.kit.operator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.inbox.UnreadEvents;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Roles;

/** The operator's look at what waits and what is stuck, the same in every service. */
@Path("/operator")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
public class OperatorResource {
  private final OperatorViews views;
  private final UnreadEvents unread;
  private final RetryParked retryParked;

  OperatorResource(OperatorViews views, UnreadEvents unread, RetryParked retryParked) {
    this.views = views;
    this.unread = unread;
    this.retryParked = retryParked;
  }

  /** All topics that the service reads: they are few, so this list has one page. */
  public record Inbox(List<UnreadEvents.Unread> items) {}

  @GET
  @Path("/outbox")
  @Operation(
      operationId = "readOutbox",
      summary = "How many events wait for the broker, and since when")
  public OperatorViews.OutboxState outbox() {
    return views.outbox();
  }

  @GET
  @Path("/inbox")
  @Operation(
      operationId = "readInbox",
      summary = "How many events of each topic the service has yet to read")
  @APIResponse(
      responseCode = "200",
      description = "Each topic that the service reads",
      content = @Content(schema = @Schema(implementation = Inbox.class)))
  @APIResponse(responseCode = "503", description = "The broker does not tell")
  public Inbox inbox() {
    return new Inbox(unread.byTopic());
  }

  @GET
  @Path("/parked")
  @Operation(
      operationId = "listParked",
      summary = "Events that could not be applied, with the cause")
  public Response parked(@BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = views.parked(page.afterPosition(0), page.limit() + 1);
    return Page.of(fetched, page, event -> Long.toString(event.position())).response(uri);
  }

  @POST
  @Path("/parked/retries")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "retryParked",
      summary = "Tries a topic's parked events again, each key's in its order")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RetryParked.Request.class),
              examples = @ExampleObject(name = "a topic", value = RetryParked.EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "They are being tried; those that fail again stay, with the newest cause")
  public Response retry(RetryParked.Request request) {
    return Response.accepted(retryParked.retry(request)).build();
  }
}
