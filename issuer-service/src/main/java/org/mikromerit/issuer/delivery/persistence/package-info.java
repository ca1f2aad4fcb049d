/** Claim codes in the database. */
@NullMarked
package org.mikromerit.issuer.delivery.persistence;

import org.jspecify.annotations.NullMarked;
