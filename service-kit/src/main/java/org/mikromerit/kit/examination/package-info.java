/** An operator has a service examine whether what it keeps is what was written. */
@NullMarked
package org.mikromerit.kit.examination;

import org.jspecify.annotations.NullMarked;
