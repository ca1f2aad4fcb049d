/**
 * What other registries, which we trust, said of their issuers: it stands behind our own copies,
 * and a verdict that rests on it says how old it is.
 */
@NullMarked
package org.mikromerit.verification.bundle;

import org.jspecify.annotations.NullMarked;
