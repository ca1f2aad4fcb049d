/** The only holder of signing keys: defines, signs, revokes. */
@NullMarked
package org.mikromerit.issuer;

import org.jspecify.annotations.NullMarked;
