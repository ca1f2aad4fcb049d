/** One JSON object a log line. */
@NullMarked
package org.mikromerit.kit.log;

import org.jspecify.annotations.NullMarked;
