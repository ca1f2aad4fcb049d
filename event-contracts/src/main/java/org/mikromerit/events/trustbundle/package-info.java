/** Credentials that together fulfil a pathway. */
@NullMarked
package org.mikromerit.events.trustbundle;

import org.jspecify.annotations.NullMarked;
