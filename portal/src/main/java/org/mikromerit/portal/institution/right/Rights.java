package org.mikromerit.portal.institution.right;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Text;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What the issuer tells an institution of issuing rights, and does for it. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
@Path("/organisations/{org}")
interface Rights {

  @GET
  @Path("/rights/granted")
  Paged<Right> granted(
      @PathParam("org") UUID organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/rights")
  Paged<Right> held(
      @PathParam("org") UUID organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/definitions/{definition}")
  Definition definition(
      @PathParam("org") UUID organisation, @PathParam("definition") UUID definition);

  @POST
  @Path("/definitions/{definition}/rights")
  Right grant(
      @PathParam("org") UUID organisation, @PathParam("definition") UUID definition, Offer offer);

  @GET
  @Path("/definitions/{definition}/rights/{right}")
  Right right(
      @PathParam("org") UUID organisation,
      @PathParam("definition") UUID definition,
      @PathParam("right") UUID right);

  @PUT
  @Path("/definitions/{definition}/rights/{right}")
  Right change(
      @PathParam("org") UUID organisation,
      @PathParam("definition") UUID definition,
      @PathParam("right") UUID right,
      Terms terms);

  @POST
  @Path("/definitions/{definition}/rights/{right}/withdrawal")
  Right withdraw(
      @PathParam("org") UUID organisation,
      @PathParam("definition") UUID definition,
      @PathParam("right") UUID right,
      Why why);

  /** How a right stands just now. */
  enum State {
    COMING(Status.UNKNOWN),
    IN_FORCE(Status.GOOD),
    EXPIRED(Status.BAD),
    WITHDRAWN(Status.BAD);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /**
   * A creator's permission to another organisation.
   *
   * @param versions that may be issued; none means all
   * @param withdrawnAt with its reason; null unless it was withdrawn
   */
  record Right(
      UUID id,
      UUID definition,
      @Nullable Text title,
      UUID creator,
      @Nullable String creatorName,
      UUID holder,
      @Nullable String holderName,
      State state,
      List<Integer> versions,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant withdrawnAt,
      @Nullable String reason) {

    public String title(Language language) {
      return title == null ? definition.toString() : title.in(language);
    }

    /** Who granted it, by the register's name where it has one. */
    public String from() {
      return creatorName == null ? creator.toString() : creatorName;
    }

    /** Who may issue by it, likewise. */
    public String to() {
      return holderName == null ? holder.toString() : holderName;
    }

    /** The versions that are named. */
    public String named() {
      return versions.stream().sorted().map(String::valueOf).collect(joining(", "));
    }

    /** The same as a form writes them; empty for all. */
    public String written() {
      return versions.stream().sorted().map(String::valueOf).collect(joining(","));
    }

    /** The end belongs to the right no more, and what ends at midnight ends the day before. */
    public Instant lastMoment() {
      return (validUntil == null ? Instant.MAX : validUntil).minusSeconds(1);
    }

    /** Whether it can still be taken back. */
    public boolean stands() {
      return state == State.COMING || state == State.IN_FORCE;
    }
  }

  /** A definition, as far as a right to it needs it. */
  record Definition(UUID id, @Nullable Integer newestVersion, Draft draft) {

    /** Its newest version as a form writes it; empty before the first. */
    public String newest() {
      return newestVersion == null ? "" : newestVersion.toString();
    }

    /** Where a right to it is granted. */
    public String grantPage() {
      return "/institution/rights/new?definition=" + id;
    }

    public String title(Language language) {
      return draft.title() == null ? id.toString() : draft.title().in(language);
    }
  }

  /** What a page says of a draft. */
  record Draft(@Nullable Text title) {}

  /** A right's terms, whole: those it is to have from now on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Terms(List<Integer> versions, @Nullable Instant validUntil) {}

  /** A right to grant. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Offer(UUID holder, List<Integer> versions, @Nullable Instant validUntil) {}

  /** Why it is taken back. */
  record Why(String reason) {}
}
