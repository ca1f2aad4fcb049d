/** Learners' keys in the database. */
@NullMarked
package org.mikromerit.issuer.learner.persistence;

import org.jspecify.annotations.NullMarked;
