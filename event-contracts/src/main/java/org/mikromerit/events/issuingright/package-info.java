/** Credentials that together fulfil a pathway. */
@NullMarked
package org.mikromerit.events.issuingright;

import org.jspecify.annotations.NullMarked;
