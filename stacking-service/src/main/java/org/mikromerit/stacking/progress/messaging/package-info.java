/** The events that move progress. */
@NullMarked
package org.mikromerit.stacking.progress.messaging;

import org.jspecify.annotations.NullMarked;
