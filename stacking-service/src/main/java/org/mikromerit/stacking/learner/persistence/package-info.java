/** Learners' links in PostgreSQL. */
@NullMarked
package org.mikromerit.stacking.learner.persistence;

import org.jspecify.annotations.NullMarked;
