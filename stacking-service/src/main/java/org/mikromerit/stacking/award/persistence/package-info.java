/** Stacks in PostgreSQL. */
@NullMarked
package org.mikromerit.stacking.award.persistence;

import org.jspecify.annotations.NullMarked;
