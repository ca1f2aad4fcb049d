/** Credentials that together fulfil a pathway. */
@NullMarked
package org.mikromerit.events.stack;

import org.jspecify.annotations.NullMarked;
