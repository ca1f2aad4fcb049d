/** Which creators let others issue what they defined. */
@NullMarked
package org.mikromerit.registry.issuingright;

import org.jspecify.annotations.NullMarked;
