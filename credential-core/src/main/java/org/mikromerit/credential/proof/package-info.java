/** Data Integrity proofs: making and checking them. */
@NullMarked
package org.mikromerit.credential.proof;

import org.jspecify.annotations.NullMarked;
