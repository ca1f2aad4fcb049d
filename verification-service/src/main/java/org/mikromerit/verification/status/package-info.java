/**
 * What became of credentials: the verifier's own copies of status lists and of announced changes.
 */
@NullMarked
package org.mikromerit.verification.status;

import org.jspecify.annotations.NullMarked;
