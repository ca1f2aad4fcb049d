package org.mikromerit.credential.openbadge;

import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Unicode;

/**
 * By what right an issuer awards a definition that another created.
 *
 * @param right the issuing right's own id
 * @param creator who created the definition and granted the right
 */
public record UnderRight(UUID right, Did creator, String creatorName) {

  private static final int LONGEST_NAME = 500;

  /** Checks that there is a name to show. */
  public UnderRight {
    if (creatorName.isBlank()
        || creatorName.length() > LONGEST_NAME
        || !Unicode.isReadable(creatorName)) {
      throw new IllegalArgumentException("a creator has a readable name");
    }
  }
}
