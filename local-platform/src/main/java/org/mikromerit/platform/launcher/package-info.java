/** What ./mikromerit does: up, down, status, test and the rest. */
@NullMarked
package org.mikromerit.platform.launcher;

import org.jspecify.annotations.NullMarked;
