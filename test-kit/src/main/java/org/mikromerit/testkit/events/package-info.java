/** The other services, as far as a topic shows them. */
@NullMarked
package org.mikromerit.testkit.events;

import org.jspecify.annotations.NullMarked;
