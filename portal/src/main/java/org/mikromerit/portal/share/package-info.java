/** What a learner shows to others, and what those see. */
@NullMarked
package org.mikromerit.portal.share;

import org.jspecify.annotations.NullMarked;
