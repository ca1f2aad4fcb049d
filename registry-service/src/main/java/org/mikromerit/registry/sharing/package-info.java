/**
 * What learners show to others: chosen credentials and parts of them, by a link, until a day, as
 * long as the learner wants.
 */
@NullMarked
package org.mikromerit.registry.sharing;

import org.jspecify.annotations.NullMarked;
