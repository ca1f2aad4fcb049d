/** A credential that waits for its learner behind a code. */
@NullMarked
package org.mikromerit.portal.claim;

import org.jspecify.annotations.NullMarked;
