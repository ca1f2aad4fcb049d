/** The copy in the verifier's own database. */
@NullMarked
package org.mikromerit.verification.trust.persistence;

import org.jspecify.annotations.NullMarked;
