/** Definitions as they are published. */
@NullMarked
package org.mikromerit.stacking.definition.messaging;

import org.jspecify.annotations.NullMarked;
