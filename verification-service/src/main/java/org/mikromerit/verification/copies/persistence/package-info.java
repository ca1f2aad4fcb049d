/** The state of our copies in PostgreSQL. */
@NullMarked
package org.mikromerit.verification.copies.persistence;

import org.jspecify.annotations.NullMarked;
