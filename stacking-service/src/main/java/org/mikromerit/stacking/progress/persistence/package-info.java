/** Credentials and progress in PostgreSQL. */
@NullMarked
package org.mikromerit.stacking.progress.persistence;

import org.jspecify.annotations.NullMarked;
