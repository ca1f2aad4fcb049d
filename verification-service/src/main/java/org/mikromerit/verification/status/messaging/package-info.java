/** What the issuer announces. */
@NullMarked
package org.mikromerit.verification.status.messaging;

import org.jspecify.annotations.NullMarked;
