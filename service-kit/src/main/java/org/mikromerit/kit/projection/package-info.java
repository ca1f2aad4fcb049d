/** Own copies of what others own can be thrown away and made again from their events. */
@NullMarked
package org.mikromerit.kit.projection;

import org.jspecify.annotations.NullMarked;
