/** Places where a test may have the process die. */
@NullMarked
package org.mikromerit.kit.fault;

import org.jspecify.annotations.NullMarked;
