/** Stacks: the credentials that completed a pathway, and the award that they earned. */
@NullMarked
package org.mikromerit.stacking.award;

import org.jspecify.annotations.NullMarked;
