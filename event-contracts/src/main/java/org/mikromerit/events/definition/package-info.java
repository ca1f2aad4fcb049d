/** What may be awarded. */
@NullMarked
package org.mikromerit.events.definition;

import org.jspecify.annotations.NullMarked;
