/** Keyed references in place of people's identifiers. */
@NullMarked
package org.mikromerit.kit.pseudonym;

import org.jspecify.annotations.NullMarked;
