package org.mikromerit.issuer.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The reference of a learner whom the institution knows by no identifier: random, new for each
 * credential, and nobody's until somebody shows its claim code.
 */
@ApplicationScoped
public class ClaimReference {
  private static final String KIND = "c.";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return KIND + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static boolean isOne(String learnerRef) {
    return learnerRef.startsWith(KIND);
  }
}
