/** The append-only register of what was issued and what became of it; no learner in it. */
@NullMarked
package org.mikromerit.registry.ledger;

import org.jspecify.annotations.NullMarked;
