package org.mikromerit.portal.institution.issued;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Text;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.page.StatusReason;
import org.mikromerit.portal.reach.Paged;

/** What the issuer tells an institution of what it issued, and takes back for it. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
@Path("/organisations/{org}/credentials")
interface Issued {

  @GET
  Paged<Credential> page(
      @PathParam("org") UUID organisation,
      @QueryParam("newestFirst") boolean newestFirst,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/{id}/details")
  Details details(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  /** The document in the bytes that were signed; the issuer notes who opens it. */
  @GET
  @Path("/{id}")
  Response document(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  /** Changes how it stands. */
  @POST
  @Path("/{id}/{change}")
  Response change(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("change") String change,
      Why why);

  @POST
  Response issue(
      @PathParam("org") UUID organisation, @HeaderParam("Idempotency-Key") String key, Order order);

  /** How a credential stands. */
  enum State {
    VALID(Status.GOOD),
    SUSPENDED(Status.WARNING),
    REVOKED(Status.BAD);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** One of the list. */
  record Credential(
      UUID id,
      UUID definition,
      int definitionVersion,
      Text title,
      Instant awardedAt,
      Instant issuedAt,
      State status,
      @Nullable String externalReference) {}

  /** One, with all that became of it; nobody is named. */
  record Details(
      UUID id,
      UUID definition,
      int definitionVersion,
      Text title,
      Instant awardedAt,
      Instant issuedAt,
      State status,
      @Nullable String externalReference,
      List<Since> history) {

    /** What can be done with it as it stands. */
    public List<Change> changes() {
      return Stream.of(Change.values()).filter(change -> change.isFor(status)).toList();
    }
  }

  /** How it stood from when on. */
  record Since(State status, @Nullable StatusReason reason, @Nullable String note, Instant since) {}

  /** Why its standing is changed. */
  record Why(StatusReason reason, @Nullable String note) {}

  /** A credential to issue in another's place. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Order(
      Version definition,
      Recipient recipient,
      @Nullable Instant awardedAt,
      @Nullable Result result,
      @Nullable String externalReference,
      @Nullable String evidenceStatement,
      UUID supersedes) {}

  /** Which version of which definition. */
  record Version(UUID id, int version) {}

  /** Who receives it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Recipient(
      @Nullable String givenName, @Nullable String familyName, @Nullable Identifier identifier) {}

  /** By what the institution knows them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Identifier(String type, @Nullable String value) {}

  /** What sort of thing a learner is known by. */
  enum IdentifierType {
    EMAIL,
    NATIONAL_NUMBER,
    INSTITUTION_ID,
    CLAIM_CODE;

    /** As it is written over REST. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How well it went. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(@Nullable String grade, @Nullable String scheme) {}
}
