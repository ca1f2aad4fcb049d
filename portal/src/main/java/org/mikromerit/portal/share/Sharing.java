package org.mikromerit.portal.share;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What the registry does with a learner's shares. */
@RegisterRestClient(configKey = "registry")
@AccessToken
@Path("/")
interface Sharing {

  @GET
  @Path("/portfolio")
  Paged<Held> credentials(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @GET
  @Path("/portfolio/{id}/details")
  Held credential(@PathParam("id") UUID id);

  @GET
  @Path("/portfolio/{id}/choices")
  Choices choices(@PathParam("id") UUID id);

  @POST
  @Path("/shares")
  @Consumes(MediaType.APPLICATION_JSON)
  Share make(Order order);

  @POST
  @Path("/shares/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  Shared preview(Order order);

  @GET
  @Path("/shares")
  Paged<Share> page(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @GET
  @Path("/shares/{id}")
  Share read(@PathParam("id") UUID id);

  @POST
  @Path("/shares/{id}/withdrawal")
  Share withdraw(@PathParam("id") UUID id);

  @GET
  @Path("/shares/disclosures")
  Paged<Disclosure> disclosures(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  /** A credential to choose. */
  record Held(UUID id, String title, Issuer issuer, Instant awardedAt, Standing status) {}

  /** How a credential stands, in a word of the registry's. */
  record Standing(String state) {
    private static final String STANDS = "STANDING";

    /** Whether nothing speaks against showing it. */
    public boolean stands() {
      return state.equals(STANDS);
    }
  }

  /** Who issued it. */
  record Issuer(@Nullable String name, String did) {
    public String shown() {
      return name == null ? did : name;
    }
  }

  /** What of a credential can be shown or kept back. */
  record Choices(UUID id, String title, boolean inParts, List<String> choices) {}

  /** What is to be shown. */
  record Order(
      List<Part> credentials,
      Instant expiresAt,
      @Nullable String pin,
      @Nullable Integer mostViews,
      @Nullable String recipient,
      @Nullable String purpose) {

    /** Not the PIN, nor the words. */
    @Override
    public String toString() {
      return "Order";
    }
  }

  /** A credential of a share; show is null where the document is shown whole. */
  record Part(UUID id, @Nullable List<String> show) {}

  /** Whether a share can be seen, and if not, why. */
  enum State {
    OPEN(Status.GOOD),
    WITHDRAWN(Status.BAD),
    LOCKED(Status.BAD),
    EXPIRED(Status.UNKNOWN),
    USEDUP(Status.UNKNOWN),
    /** What a newer registry calls otherwise. */
    OTHER(Status.UNKNOWN);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** A share as its learner sees it. */
  record Share(
      UUID id,
      String token,
      @Nullable String pin,
      @Nullable String recipient,
      @Nullable String purpose,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Integer mostViews,
      int views,
      String state,
      @Nullable Instant withdrawnAt,
      List<Named> credentials) {

    public State stands() {
      String name = state.replace("_", "");
      return Stream.of(State.values())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElse(State.OTHER);
    }

    public boolean isOpen() {
      return stands() == State.OPEN;
    }

    /** Whether anybody with the link sees it, as often as they like. */
    public boolean isForAll() {
      return isOpen() && pin == null && mostViews == null;
    }

    /** Not the secrets. */
    @Override
    public String toString() {
      return "Share " + id;
    }
  }

  /** A credential of a share, by its title. */
  record Named(UUID id, @Nullable String title, @Nullable List<String> show) {
    public String shown() {
      return title == null ? id.toString() : title;
    }

    /** Where LinkedIn takes it into a profile, with the link as its evidence. */
    public URI onLinkedIn(String link) {
      return UriBuilder.fromUri("https://www.linkedin.com/profile/add")
          .queryParam("startTask", "CERTIFICATION_NAME")
          .queryParam("name", "{name}")
          .queryParam("certId", "{id}")
          .queryParam("certUrl", "{link}")
          .build(shown(), id, link);
    }

    /** What is shown of it, each once. */
    public List<Facet> facets() {
      return show == null
          ? List.of(Facet.WHOLE)
          : show.stream().map(Facet::of).distinct().sorted().toList();
    }
  }

  /** That somebody saw something. */
  record Disclosure(
      Instant at,
      UUID share,
      @Nullable String recipient,
      @Nullable String purpose,
      List<Named> credentials) {}

  /** What somebody with the link sees. */
  record Shared(
      @Nullable Instant expiresAt,
      @Nullable String recipient,
      @Nullable Integer viewsLeft,
      List<Document> documents) {}

  /** A document under its issuer's own signature. */
  record Document(UUID id, String mediaType, String document) {}
}
