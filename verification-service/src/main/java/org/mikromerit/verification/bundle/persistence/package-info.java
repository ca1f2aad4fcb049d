/** The bundles that are kept. */
@NullMarked
package org.mikromerit.verification.bundle.persistence;

import org.jspecify.annotations.NullMarked;
