/** Lists come in pages. */
@NullMarked
package org.mikromerit.kit.paging;

import org.jspecify.annotations.NullMarked;
