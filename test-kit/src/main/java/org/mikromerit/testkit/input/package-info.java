/**
 * Input that means harm: how a small file tells of it, what it may cost, and whom it must not call.
 */
@NullMarked
package org.mikromerit.testkit.input;

import org.jspecify.annotations.NullMarked;
