/** Wrapped keys in the database. */
@NullMarked
package org.mikromerit.issuer.signing.persistence;

import org.jspecify.annotations.NullMarked;
