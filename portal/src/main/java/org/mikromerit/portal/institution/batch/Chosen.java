package org.mikromerit.portal.institution.batch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The version of a definition that a file is about; none where each row names its own. */
record Chosen(@Nullable UUID definition, @Nullable Integer version) {

  /** As a page's address names it; empty where none is chosen. */
  public String query() {
    return definition == null || version == null
        ? ""
        : "?definition=" + definition + "&version=" + version;
  }
}
