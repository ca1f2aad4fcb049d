/** The ledger over HTTP: public, read-only. */
@NullMarked
package org.mikromerit.registry.ledger.rest;

import org.jspecify.annotations.NullMarked;
