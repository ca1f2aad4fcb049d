package org.mikromerit.credential.definition;

import java.net.URI;

/**
 * A skill of a taxonomy.
 *
 * @param uri absolute, such as ESCO's {@code http://data.europa.eu/esco/skill/…}
 * @param label the taxonomy's preferred label
 */
public record Skill(URI uri, String label) {

  public Skill {
    Require.that(uri.isAbsolute(), "a skill's URI is absolute");
    Require.text("a skill's label", label);
  }

  public boolean isEsco() {
    return "data.europa.eu".equals(uri.getHost()) && uri.getPath().startsWith("/esco/");
  }
}
