/** What needs no server to be tested. */
@NullMarked
package org.mikromerit.issuer.learner;

import org.jspecify.annotations.NullMarked;
