package org.mikromerit.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Turns whatever ended a request into a problem; what we did not foresee is logged under the
 * problem's instance and told as our own fault.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(FailureMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    return problem(failure).response();
  }

  static Problem problem(Throwable failure) {
    // The most telling cause is often wrapped: look through the chain for the first that we know.
    for (Throwable cause : chain(failure)) {
      Problem known = known(cause);
      if (known != null) {
        return known;
      }
    }
    if (TransientSql.caused(failure)) {
      // Whether a commit that broke off was done is not known; who asks again under the same key
      // is told.
      return Problems.unavailable();
    }
    if (failure instanceof WebApplicationException web) {
      Problem problem = ofStatus(web.getResponse().getStatus());
      String allow = web.getResponse().getHeaderString("Allow");
      return allow == null ? problem : problem.header("Allow", allow);
    }
    Problem ours = Problems.internalError();
    LOG.errorf(failure, "request failed instance=%s", ours.instance());
    return ours;
  }

  private static @Nullable Problem known(Throwable cause) {
    return switch (cause) {
      case ProblemException ours -> ours.problem();
      case StreamConstraintsException _ ->
          Problems.malformedJson(
              "The JSON is nested too deeply, or a name, number or string in it is too long.");
      case UnrecognizedPropertyException unknown -> Problems.unknownField(pointer(unknown));
      case MismatchedInputException mismatched ->
          Problems.invalidValue(
              pointer(mismatched), "This value is not of the type that the API description names.");
      case JsonMappingException mapping ->
          mapping.getCause() instanceof IllegalArgumentException
              ? Problems.invalidValue(pointer(mapping), "This value cannot be used here.")
              : Problems.malformedJson("The JSON cannot be read into what this operation takes.");
      case JsonProcessingException _ ->
          Problems.malformedJson("Send one well-formed JSON value, without duplicate names.");
      case UnauthorizedException _ -> Problems.unauthenticated();
      case ForbiddenException _ -> Problems.forbidden();
      case OIDCException _ -> Problems.identityProviderUnavailable();
      case AuthenticationFailedException failed -> authentication(failed);
      default -> null;
    };
  }

  /** A token that cannot be checked is not a bad token. */
  private static Problem authentication(AuthenticationFailedException failed) {
    for (Throwable cause : chain(failed)) {
      if (cause instanceof OIDCException
          || cause instanceof ConnectException
          || cause instanceof TimeoutException) {
        return Problems.identityProviderUnavailable();
      }
    }
    return Problems.unauthenticated();
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> Problems.unauthenticated();
      case 403 -> Problems.forbidden();
      case 404 -> Problems.notFound("resource");
      case 405 -> Problems.methodNotAllowed();
      case 406 -> Problems.notAcceptable();
      case 413 -> Problems.tooLarge();
      case 415 -> Problems.unsupportedMediaType();
      case 503 -> Problems.unavailable();
      default -> status < 500 ? Problems.badRequest() : Problems.internalError();
    };
  }

  /** Where in the body, as a JSON pointer (RFC 6901). */
  static String pointer(JsonMappingException failure) {
    var pointer = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      pointer.append('/');
      pointer.append(
          step.getFieldName() == null
              ? Integer.toString(step.getIndex())
              : shortened(step.getFieldName()).replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + "…";
  }

  private static List<Throwable> chain(Throwable failure) {
    var chain = new ArrayList<Throwable>();
    for (Throwable t = failure; t != null && chain.size() < 12; t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }
}
