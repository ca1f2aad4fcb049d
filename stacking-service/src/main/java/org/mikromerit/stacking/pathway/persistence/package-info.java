/** Pathways in PostgreSQL. */
@NullMarked
package org.mikromerit.stacking.pathway.persistence;

import org.jspecify.annotations.NullMarked;
