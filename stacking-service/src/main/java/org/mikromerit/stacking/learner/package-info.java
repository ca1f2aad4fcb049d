/** Who a reference belongs to: our copy of the registry's links. */
@NullMarked
package org.mikromerit.stacking.learner;

import org.jspecify.annotations.NullMarked;
