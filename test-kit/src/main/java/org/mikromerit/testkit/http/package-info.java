/** HTTP as a stranger would speak it, and the API description as a machine reads it. */
@NullMarked
package org.mikromerit.testkit.http;

import org.jspecify.annotations.NullMarked;
