/** The public face of who may issue what, and the ledger of what was issued. */
@NullMarked
package org.mikromerit.registry;

import org.jspecify.annotations.NullMarked;
