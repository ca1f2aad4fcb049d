/** How the services are: what waits, what is stuck, what is under way. */
@NullMarked
package org.mikromerit.portal.operations;

import org.jspecify.annotations.NullMarked;
