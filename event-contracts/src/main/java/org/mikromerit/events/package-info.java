/** One folder an event: schema, sample, record; and the topics. Plain Java. */
@NullMarked
package org.mikromerit.events;

import org.jspecify.annotations.NullMarked;
