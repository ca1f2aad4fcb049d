/** Who did what, written in the transaction that did it. */
@NullMarked
package org.mikromerit.kit.audit;

import org.jspecify.annotations.NullMarked;
