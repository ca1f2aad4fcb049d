/**
 * What issuers that the register does not know, and keepers of lists that we do not hold, say of
 * themselves on the web. Everything that leaves the process leaves through {@link
 * org.mikromerit.verification.foreign.GuardedClient}.
 */
@NullMarked
package org.mikromerit.verification.foreign;

import org.jspecify.annotations.NullMarked;
