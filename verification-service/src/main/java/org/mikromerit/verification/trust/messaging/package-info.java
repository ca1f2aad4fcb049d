/** What registry and issuer announce. */
@NullMarked
package org.mikromerit.verification.trust.messaging;

import org.jspecify.annotations.NullMarked;
