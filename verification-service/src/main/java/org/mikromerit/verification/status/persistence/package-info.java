/** The copies in the verifier's own database. */
@NullMarked
package org.mikromerit.verification.status.persistence;

import org.jspecify.annotations.NullMarked;
