/** Health that tells the truth. */
@NullMarked
package org.mikromerit.kit.health;

import org.jspecify.annotations.NullMarked;
