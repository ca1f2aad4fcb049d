/** Every failure as a problem detail (RFC 9457). */
@NullMarked
package org.mikromerit.kit.problem;

import org.jspecify.annotations.NullMarked;
