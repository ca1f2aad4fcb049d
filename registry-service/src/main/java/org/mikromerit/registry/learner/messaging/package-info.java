/** What others tell of learners. */
@NullMarked
package org.mikromerit.registry.learner.messaging;

import org.jspecify.annotations.NullMarked;
