/** The organisations' keys: made here, wrapped, and never leaving. */
@NullMarked
package org.mikromerit.issuer.signing;

import org.jspecify.annotations.NullMarked;
