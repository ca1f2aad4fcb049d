/** Batches and their rows in the database. */
@NullMarked
package org.mikromerit.issuer.batch.persistence;

import org.jspecify.annotations.NullMarked;
