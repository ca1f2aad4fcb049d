/** What the tests of several packages share. */
@NullMarked
package org.mikromerit.credential.testing;

import org.jspecify.annotations.NullMarked;
