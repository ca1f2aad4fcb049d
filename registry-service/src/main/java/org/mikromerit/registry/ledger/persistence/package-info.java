/** The ledger in PostgreSQL, insert-only by grant. */
@NullMarked
package org.mikromerit.registry.ledger.persistence;

import org.jspecify.annotations.NullMarked;
