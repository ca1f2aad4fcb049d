package org.mikromerit.credential.openbadge;

import java.util.List;
import java.util.UUID;

/**
 * That a credential is awarded because a pathway was completed.
 *
 * @param parts the credentials that completed it; at least one, each once
 */
public record Award(UUID pathway, int pathwayVersion, List<AwardPart> parts) {

  private static final int MOST_PARTS = 100;

  /** Checks and copies. */
  public Award {
    parts = List.copyOf(parts);
    if (parts.isEmpty()
        || parts.size() > MOST_PARTS
        || parts.stream().map(AwardPart::id).distinct().count() != parts.size()) {
      throw new IllegalArgumentException("an award has 1 to " + MOST_PARTS + " parts, each once");
    }
  }
}
