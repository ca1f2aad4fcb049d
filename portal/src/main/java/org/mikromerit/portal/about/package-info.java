/** What the site says of itself. */
@NullMarked
package org.mikromerit.portal.about;

import org.jspecify.annotations.NullMarked;
