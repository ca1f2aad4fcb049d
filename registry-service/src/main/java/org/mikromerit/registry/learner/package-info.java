/** Which references are one and the same learner: identifiers that were verified, and no others. */
@NullMarked
package org.mikromerit.registry.learner;

import org.jspecify.annotations.NullMarked;
