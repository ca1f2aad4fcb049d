/** Time and identity, which come in through constructors. */
@NullMarked
package org.mikromerit.kit.identity;

import org.jspecify.annotations.NullMarked;
