/** Keys and status lists, as the issuer announces them. */
@NullMarked
package org.mikromerit.registry.publication.messaging;

import org.jspecify.annotations.NullMarked;
