/** What stood in the ledger before a key was compromised, signed, for who must tell it apart. */
@NullMarked
package org.mikromerit.registry.compromise;

import org.jspecify.annotations.NullMarked;
