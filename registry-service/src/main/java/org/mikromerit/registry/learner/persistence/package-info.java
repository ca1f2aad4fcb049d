/** The links and their history in the database. */
@NullMarked
package org.mikromerit.registry.learner.persistence;

import org.jspecify.annotations.NullMarked;
