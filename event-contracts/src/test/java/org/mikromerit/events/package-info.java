/** What every event keeps to. */
@NullMarked
package org.mikromerit.events;

import org.jspecify.annotations.NullMarked;
