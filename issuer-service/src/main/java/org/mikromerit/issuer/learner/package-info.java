/** Each learner's own key, under which what names them is kept; without it, it is gone. */
@NullMarked
package org.mikromerit.issuer.learner;

import org.jspecify.annotations.NullMarked;
