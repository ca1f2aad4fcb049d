package org.mikromerit.issuer.vcapi.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.issuance.Refusals;
import org.mikromerit.issuer.vcapi.FindInstance;
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.issuer.vcapi.IssuerInstance.Form;
import org.mikromerit.issuer.vcapi.IssuerInstance.Naming;
import org.mikromerit.issuer.vcapi.IssuerInstances;
import org.mikromerit.issuer.vcapi.MakeInstance;
import org.mikromerit.issuer.vcapi.MakeInstance.Refused;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/issuers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "VC-API", description = "Signing what an organisation's own programs composed")
class InstanceResource {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  private final MakeInstance makeInstance;
  private final FindInstance findInstance;
  private final IssuerInstances instances;

  InstanceResource(
      MakeInstance makeInstance, FindInstance findInstance, IssuerInstances instances) {
    this.makeInstance = makeInstance;
    this.findInstance = findInstance;
    this.instances = instances;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "makeIssuerInstance",
      summary = "An organisation sets up a way in which its programs issue",
      description =
          "The organisation gets a key of the kind, unless it has one. With did web the credentials name the organisation, which the register knows; with did key they name the key alone.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = InstanceRequest.class),
              examples = @ExampleObject(name = "p256", value = InstanceRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The instance",
      content = @Content(schema = @Schema(implementation = InstanceView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(
      responseCode = "403",
      description = "organisation-not-authorised, authorisation-withdrawn, not-in-test-profile")
  @APIResponse(responseCode = "409", description = "name-taken, issuer-instances-too-many")
  public Response make(@PathParam("org") UUID organisation, @Nullable InstanceRequest request) {
    return switch (makeInstance.make(organisation, wanted(request))) {
      case MakeInstance.Made(IssuerInstance instance) ->
          Response.status(Response.Status.CREATED)
              .header(
                  "Location", "/organisations/%s/issuers/%s".formatted(organisation, instance.id()))
              .entity(view(instance))
              .build();
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  @GET
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "listIssuerInstances",
      summary = "The ways in which the organisation's programs issue, oldest first")
  @APIResponse(responseCode = "200", description = "A page of instances")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched =
        instances.list(organisation, page.afterUuid(), page.limit() + 1).stream()
            .map(this::view)
            .toList();
    return Page.of(fetched, page, instance -> instance.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.ISSUER)
  @Operation(operationId = "readIssuerInstance", summary = "An issuer instance")
  @APIResponse(
      responseCode = "200",
      description = "The instance",
      content = @Content(schema = @Schema(implementation = InstanceView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such instance")
  public InstanceView read(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return findInstance
        .of(organisation, id)
        .map(this::view)
        .orElseThrow(() -> new ProblemException(Problems.notFound("issuer instance")));
  }

  private InstanceView view(IssuerInstance instance) {
    return new InstanceView(
        instance.id(),
        instance.name(),
        findInstance.issuer(instance).map(Did::value).orElse(""),
        instance.algorithm(),
        instance.cryptosuite(),
        instance.status(),
        instance.suspension(),
        instance.open(),
        instance.createdAt());
  }

  private static MakeInstance.Wanted wanted(@Nullable InstanceRequest request) {
    if (request == null || request.name() == null || !NAME.matcher(request.name()).matches()) {
      throw invalid("/name", "A name is 1 to 40 lower-case letters, digits and hyphens.");
    }
    KeyAlgorithm algorithm = request.keyType() == null ? KeyAlgorithm.ED25519 : request.keyType();
    return new MakeInstance.Wanted(
        request.name(),
        algorithm,
        naming(request.did()),
        form(algorithm, request.cryptosuite()),
        Boolean.TRUE.equals(request.status()),
        Boolean.TRUE.equals(request.suspension()),
        Boolean.TRUE.equals(request.open()));
  }

  private static Naming naming(@Nullable String did) {
    return switch (did == null ? "web" : did) {
      case "web" -> Naming.ORGANISATION;
      case "key" -> Naming.KEY;
      default -> throw invalid("/did", "Issuers are named by web or by key.");
    };
  }

  private static Form form(KeyAlgorithm algorithm, @Nullable String cryptosuite) {
    for (Form form : Form.values()) {
      if (cryptosuite == null || cryptosuite.equals(IssuerInstance.cryptosuite(algorithm, form))) {
        return form;
      }
    }
    throw invalid(
        "/cryptosuite",
        "Keys of this kind sign by "
            + IssuerInstance.cryptosuite(algorithm, Form.MEANING)
            + " or "
            + IssuerInstance.cryptosuite(algorithm, Form.TEXT)
            + ".");
  }

  private static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problems.invalidValue(field, detail));
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.MayNotIssue(var because) -> Refusals.problem(because);
      case Refused.StatusOfKey _ ->
          Problems.invalidValue(
              "/status", "Lists are signed in the organisation's name: use did web for a status.");
      case Refused.NoSuspension _ ->
          Problems.invalidValue(
              "/suspension",
              "What has a status can be suspended, unless this service has suspension off.");
      case Refused.NameTaken _ ->
          Problem.of(
                  409,
                  "name-taken",
                  "There is one by this name already",
                  "Choose another name, or use the one that is there.")
              .field("/name");
      case Refused.TooMany(int most) ->
          Problem.of(
              409,
              "issuer-instances-too-many",
              "The organisation has as many issuer instances as it may",
              "Use one of the " + most + " that are there.");
      case Refused.NotInTestProfile _ ->
          Problem.of(
                  403,
                  "not-in-test-profile",
                  "Nobody issues here without a token",
                  "Only a service in the open test profile has instances that are open.")
              .field("/open");
    };
  }
}
