/** Issuers' events, turned into facts for the ledger. */
@NullMarked
package org.mikromerit.registry.ledger.messaging;

import org.jspecify.annotations.NullMarked;
