/** Bundles that the registry took in. */
@NullMarked
package org.mikromerit.verification.bundle.messaging;

import org.jspecify.annotations.NullMarked;
