/** What needs no server to be tested. */
@NullMarked
package org.mikromerit.issuer.signing;

import org.jspecify.annotations.NullMarked;
