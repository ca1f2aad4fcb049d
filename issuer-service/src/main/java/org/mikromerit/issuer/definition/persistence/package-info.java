/** Definitions in the database. */
@NullMarked
package org.mikromerit.issuer.definition.persistence;

import org.jspecify.annotations.NullMarked;
