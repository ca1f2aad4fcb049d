/** Credentials that together fulfil a pathway. */
@NullMarked
package org.mikromerit.events.delivery;

import org.jspecify.annotations.NullMarked;
