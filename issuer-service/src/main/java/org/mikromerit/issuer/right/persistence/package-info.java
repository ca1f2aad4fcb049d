/** Issuing rights and all their terms. */
@NullMarked
package org.mikromerit.issuer.right.persistence;

import org.jspecify.annotations.NullMarked;
