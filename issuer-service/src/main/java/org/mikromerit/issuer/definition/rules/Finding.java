package org.mikromerit.issuer.definition.rules;

import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.StandardElement;

/**
 * Why a definition is not published.
 *
 * @param code stable, for programs
 * @param element the standard element that is concerned, if one is
 * @param field JSON pointer into the draft
 * @param detail for people: what is wrong and what to do
 */
public record Finding(String code, @Nullable StandardElement element, String field, String detail) {

  static Finding of(String code, String field, String detail) {
    return new Finding(code, null, field, detail);
  }

  static Finding missing(StandardElement element, String field, String detail) {
    return new Finding("STANDARD-ELEMENT-MISSING", element, field, detail);
  }
}
