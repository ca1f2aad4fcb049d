package org.mikromerit.credential.openbadge;

import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Unicode;

/** Who signs a credential. */
public record Issuer(Did did, String name) {

  private static final int LONGEST_NAME = 500;

  /** Checks that there is a name to show. */
  public Issuer {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Unicode.isReadable(name)) {
      throw new IllegalArgumentException("an issuer has a readable name");
    }
  }
}
