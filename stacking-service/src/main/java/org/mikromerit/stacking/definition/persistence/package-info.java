/** Copies of definitions in PostgreSQL. */
@NullMarked
package org.mikromerit.stacking.definition.persistence;

import org.jspecify.annotations.NullMarked;
