/** The copy of the organisations. */
@NullMarked
package org.mikromerit.issuer.organisation.persistence;

import org.jspecify.annotations.NullMarked;
