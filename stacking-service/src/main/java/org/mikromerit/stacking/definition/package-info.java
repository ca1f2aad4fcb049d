/** Our own copy of what may be awarded, as far as stacking asks. */
@NullMarked
package org.mikromerit.stacking.definition;

import org.jspecify.annotations.NullMarked;
