/** Rows that are never rewritten are sealed in a chain, so that a rewritten one is found. */
@NullMarked
package org.mikromerit.kit.chain;

import org.jspecify.annotations.NullMarked;
