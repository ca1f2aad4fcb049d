/** Issued credentials in the database. */
@NullMarked
package org.mikromerit.issuer.issuance.persistence;

import org.jspecify.annotations.NullMarked;
