/**
 * Background processes that outlive the command which started them, and how a later command finds
 * them.
 */
@NullMarked
package org.mikromerit.platform.process;

import org.jspecify.annotations.NullMarked;
