/** Signed statements in one line of text: lists, bundles, and what credentials as tokens are in. */
@NullMarked
package org.mikromerit.credential.jws;

import org.jspecify.annotations.NullMarked;
