package org.mikromerit.issuer.vcapi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.UUID;
import org.mikromerit.issuer.vcapi.FindInstance;
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.kit.problem.ProblemException;

/** The W3C's API without HTTP, so that the CPU time of one request can be counted. */
@ApplicationScoped
public class VcApiOnThisThread {
  private final VcApi vcApi;
  private final FindInstance findInstance;

  VcApiOnThisThread(VcApi vcApi, FindInstance findInstance) {
    this.vcApi = vcApi;
    this.findInstance = findInstance;
  }

  /** Asks; a refusal is an answer too. */
  @ActivateRequestContext
  public void asked(String operation, UUID organisation, UUID id, byte[] body) {
    IssuerInstance instance = findInstance.of(organisation, id).orElseThrow();
    try {
      if (operation.equals("issue")) {
        vcApi.issue(instance, null, body).close();
      } else {
        vcApi.setStatus(instance, body).close();
      }
    } catch (ProblemException _) {
      // An answer too.
    }
  }
}
