/**
 * What a learner holds: the documents themselves, sealed under the learner's own key, for that
 * learner alone.
 */
@NullMarked
package org.mikromerit.registry.portfolio;

import org.jspecify.annotations.NullMarked;
