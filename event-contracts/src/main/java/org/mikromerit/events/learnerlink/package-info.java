/** Credentials that together fulfil a pathway. */
@NullMarked
package org.mikromerit.events.learnerlink;

import org.jspecify.annotations.NullMarked;
