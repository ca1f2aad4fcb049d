/** Decides when small pieces make a bigger award; never signs. */
@NullMarked
package org.mikromerit.stacking;

import org.jspecify.annotations.NullMarked;
