/** What the other services told, applied once and in order. */
@NullMarked
package org.mikromerit.kit.inbox;

import org.jspecify.annotations.NullMarked;
