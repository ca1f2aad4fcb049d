/** What this service has to tell the others, told from its own database. */
@NullMarked
package org.mikromerit.kit.outbox;

import org.jspecify.annotations.NullMarked;
