/** Presentations that hold, and the many that do not. */
@NullMarked
package org.mikromerit.credential.presentation;

import org.jspecify.annotations.NullMarked;
