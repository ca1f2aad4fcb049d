package org.mikromerit.verification.verdict.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.kit.problem.ProblemException;

/** The W3C's API without HTTP, so that the CPU time of one request can be counted. */
@ApplicationScoped
public class VcApiOnThisThread {
  private final VcApiResource resource;

  VcApiOnThisThread(VcApiResource resource) {
    this.resource = resource;
  }

  /** Asks; a refusal is an answer too. */
  public void asked(String path, byte[] body) {
    try {
      if (path.equals("/credentials/verify")) {
        resource.verifyCredential(body, false);
      } else {
        resource.verifyPresentation(body, false);
      }
    } catch (ProblemException _) {
      // An answer too.
    }
  }
}
