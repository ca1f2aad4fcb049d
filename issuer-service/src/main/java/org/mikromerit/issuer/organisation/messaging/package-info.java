/** What the registry announces about organisations. */
@NullMarked
package org.mikromerit.issuer.organisation.messaging;

import org.jspecify.annotations.NullMarked;
