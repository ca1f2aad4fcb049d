/** One definition version awarded to one learner, signed. */
@NullMarked
package org.mikromerit.issuer.issuance;

import org.jspecify.annotations.NullMarked;
