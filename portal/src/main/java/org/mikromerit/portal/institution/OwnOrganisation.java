package org.mikromerit.portal.institution;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The organisation that whoever is signed in acts for. */
@RequestScoped
public class OwnOrganisation {
  private final SecurityIdentity identity;

  OwnOrganisation(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * Its id.
   *
   * @throws ForbiddenException for those who act for none
   */
  public UUID id() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      Object claim = token.getClaim("organisation");
      try {
        return UUID.fromString(String.valueOf(claim));
      } catch (IllegalArgumentException e) {
        // What is no id names no organisation.
      }
    }
    throw new ForbiddenException();
  }
}
