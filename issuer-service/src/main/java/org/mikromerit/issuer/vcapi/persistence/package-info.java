/** Issuer instances, and what they issued, in the database. */
@NullMarked
package org.mikromerit.issuer.vcapi.persistence;

import org.jspecify.annotations.NullMarked;
