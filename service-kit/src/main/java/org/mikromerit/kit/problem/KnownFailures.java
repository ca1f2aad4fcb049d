package org.mikromerit.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Failures for which the framework has answers of its own, nearer than ours to all others: each is
 * given ours here.
 */
public final class KnownFailures {
  private KnownFailures() {}

  /** No token. */
  @Provider
  public static class NoToken implements ExceptionMapper<UnauthorizedException> {
    @Override
    public Response toResponse(UnauthorizedException failure) {
      return FailureMapper.problem(failure).response();
    }
  }

  /** A token that does not hold, or that cannot be checked. */
  @Provider
  public static class BadToken implements ExceptionMapper<AuthenticationFailedException> {
    @Override
    public Response toResponse(AuthenticationFailedException failure) {
      return FailureMapper.problem(failure).response();
    }
  }

  /** A role that is missing. */
  @Provider
  public static class WrongRole implements ExceptionMapper<ForbiddenException> {
    @Override
    public Response toResponse(ForbiddenException failure) {
      return FailureMapper.problem(failure).response();
    }
  }

  /** JSON of another shape. */
  @Provider
  public static class WrongShape implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException failure) {
      return FailureMapper.problem(failure).response();
    }
  }
}
