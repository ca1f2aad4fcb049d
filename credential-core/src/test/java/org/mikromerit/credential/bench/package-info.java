/** What signing and verifying cost, beside others and beside a bare signature. */
@NullMarked
package org.mikromerit.credential.bench;

import org.jspecify.annotations.NullMarked;
