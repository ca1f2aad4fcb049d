/** What needs no server to be tested. */
@NullMarked
package org.mikromerit.issuer.status;

import org.jspecify.annotations.NullMarked;
