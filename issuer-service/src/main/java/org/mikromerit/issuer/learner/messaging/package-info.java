/** What the registry tells of learners. */
@NullMarked
package org.mikromerit.issuer.learner.messaging;

import org.jspecify.annotations.NullMarked;
