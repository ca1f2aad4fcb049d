package org.mikromerit.portal.developer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** A service's descriptions of itself. */
interface Described {

  /** OpenAPI 3.1. */
  @GET
  @Path("/openapi")
  JsonNode openApi(@QueryParam("format") String format);

  /** AsyncAPI 3.0. */
  @GET
  @Path("/asyncapi")
  JsonNode asyncApi();
}
