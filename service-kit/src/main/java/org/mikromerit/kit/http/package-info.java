/** Bounds and strictness of what comes in over HTTP. */
@NullMarked
package org.mikromerit.kit.http;

import org.jspecify.annotations.NullMarked;
