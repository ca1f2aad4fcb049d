/** A learner's own credentials. */
@NullMarked
package org.mikromerit.portal.learner;

import org.jspecify.annotations.NullMarked;
