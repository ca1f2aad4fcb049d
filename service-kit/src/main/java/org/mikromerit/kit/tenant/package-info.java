/** Who calls, and for which organisation: checked in this one place. */
@NullMarked
package org.mikromerit.kit.tenant;

import org.jspecify.annotations.NullMarked;
