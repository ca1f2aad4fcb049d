/** Versioned rules under which credentials stack to an award. */
@NullMarked
package org.mikromerit.stacking.pathway;

import org.jspecify.annotations.NullMarked;
