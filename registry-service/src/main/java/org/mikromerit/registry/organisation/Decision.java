package org.mikromerit.registry.organisation;

import org.jspecify.annotations.Nullable;

/** What an authority decides on an application. */
public sealed interface Decision {

  record Authorise(@Nullable String reason) implements Decision {}

  /** Nobody is refused without being told why. */
  record Refuse(String reason) implements Decision {
    public Refuse {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }
}
