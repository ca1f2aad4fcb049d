/** Status rows and lists in the database. */
@NullMarked
package org.mikromerit.issuer.status.persistence;

import org.jspecify.annotations.NullMarked;
