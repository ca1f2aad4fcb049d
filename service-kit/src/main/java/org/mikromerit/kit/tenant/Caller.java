package org.mikromerit.kit.tenant;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Who makes this request, by the token that was checked. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The organisation that the caller acts for.
   *
   * @throws ProblemException 403 where the token names none
   */
  public UUID organisation() {
    return organisationIfAny().orElseThrow(() -> new ProblemException(Problems.tenantMismatch()));
  }

  /** The organisation that the caller acts for; none for people and machines of no organisation. */
  public Optional<UUID> organisationIfAny() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    Object claim = token.getClaim("organisation");
    try {
      return Optional.ofNullable(claim).map(Object::toString).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      // A claim that is no id names no organisation.
      return Optional.empty();
    }
  }

  /** The account's random id at the identity provider; never a name. */
  public String subject() {
    if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
      return token.getSubject();
    }
    return "anonymous";
  }

  public boolean has(String role) {
    return identity.hasRole(role);
  }
}
