package org.mikromerit.issuer.award.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.award.AwardRule;
import org.mikromerit.issuer.award.AwardRules;
import org.mikromerit.issuer.award.SetAwardRule;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/award-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Award rules", description = "What is awarded for a completed pathway")
class AwardRuleResource {
  private final SetAwardRule setAwardRule;
  private final AwardRules rules;

  AwardRuleResource(SetAwardRule setAwardRule, AwardRules rules) {
    this.setAwardRule = setAwardRule;
    this.rules = rules;
  }

  @PUT
  @Path("/{pathway}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "setAwardRule",
      summary = "When this pathway completes, award this definition's newest version")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AwardRuleRequest.class),
              examples = @ExampleObject(name = "flag", value = AwardRuleRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The rule as it now holds",
      content = @Content(schema = @Schema(implementation = AwardRule.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  public AwardRule set(
      @PathParam("org") UUID organisation,
      @PathParam("pathway") UUID pathway,
      @Nullable AwardRuleRequest request) {
    if (request == null || request.definition() == null) {
      throw new ProblemException(
          Problems.invalidValue("/definition", "Name the definition to award."));
    }
    if (request.brokenAward() == null) {
      throw new ProblemException(
          Problems.invalidValue(
              "/brokenAward", "Say FLAG or REVOKE: what becomes of an award that is broken."));
    }
    return setAwardRule
        .set(organisation, pathway, request.definition(), request.brokenAward())
        .orElseThrow(
            () -> new ProblemException(Problems.notFound("definition").field("/definition")));
  }

  @GET
  @RolesAllowed(Roles.CREATOR)
  @Operation(operationId = "listAwardRules", summary = "The organisation's award rules")
  @APIResponse(responseCode = "200", description = "A page of rules")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = rules.list(organisation, page.afterUuid(), page.limit() + 1);
    return Page.of(fetched, page, rule -> rule.pathway().toString()).response(uri);
  }
}
