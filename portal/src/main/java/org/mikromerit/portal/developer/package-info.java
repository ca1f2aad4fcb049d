/** The services' interfaces, for whoever writes a program. */
@NullMarked
package org.mikromerit.portal.developer;

import org.jspecify.annotations.NullMarked;
