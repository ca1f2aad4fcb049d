/** A repeated request gets the first answer. */
@NullMarked
package org.mikromerit.kit.idempotency;

import org.jspecify.annotations.NullMarked;
