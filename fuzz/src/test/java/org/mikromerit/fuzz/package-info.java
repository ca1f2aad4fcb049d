/** Bytes and structures that nobody thought of, let loose on the core. */
@NullMarked
package org.mikromerit.fuzz;

import org.jspecify.annotations.NullMarked;
