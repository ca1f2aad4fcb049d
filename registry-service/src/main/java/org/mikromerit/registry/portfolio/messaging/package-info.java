/** Documents on their way from their issuers. */
@NullMarked
package org.mikromerit.registry.portfolio.messaging;

import org.jspecify.annotations.NullMarked;
