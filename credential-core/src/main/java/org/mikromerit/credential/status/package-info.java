/** Bitstring Status List 1.0: what says that a credential still stands. */
@NullMarked
package org.mikromerit.credential.status;

import org.jspecify.annotations.NullMarked;
