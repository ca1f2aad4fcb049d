package org.mikromerit.portal.page;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every page says who is signed in; what is public is shown to anybody, whatever becomes of that.
 */
@Provider
public class RecogniseVisitor implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(RecogniseVisitor.class);

  @Inject Visitor visitor;
  @Inject CurrentIdentityAssociation identities;

  @Override
  public void filter(ContainerRequestContext request) {
    visitor.isKnownAs(identity());
  }

  private @Nullable SecurityIdentity identity() {
    try {
      return identities.getIdentity();
    } catch (RuntimeException e) {
      // A session that ended, or an identity provider that is away.
      LOG.debug("nobody is recognised", e);
      return null;
    }
  }
}
