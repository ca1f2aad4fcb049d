/** Signed statements in one line of text, for what is no credential: lists and bundles. */
@NullMarked
package org.mikromerit.credential.jws;

import org.jspecify.annotations.NullMarked;
