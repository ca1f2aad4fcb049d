/** The other services over their public REST, and what becomes of a page when one is away. */
@NullMarked
package org.mikromerit.portal.reach;

import org.jspecify.annotations.NullMarked;
