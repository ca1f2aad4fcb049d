/** A credential's way to its learner. */
@NullMarked
package org.mikromerit.issuer.delivery;

import org.jspecify.annotations.NullMarked;
