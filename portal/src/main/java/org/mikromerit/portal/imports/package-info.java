/** A portfolio that a learner brings along from elsewhere. */
@NullMarked
package org.mikromerit.portal.imports;

import org.jspecify.annotations.NullMarked;
