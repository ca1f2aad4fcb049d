/** How much we hold of what others told us, and how old it is. */
@NullMarked
package org.mikromerit.verification.copies;

import org.jspecify.annotations.NullMarked;
