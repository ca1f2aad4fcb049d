/** Organisations in PostgreSQL. */
@NullMarked
package org.mikromerit.registry.organisation.persistence;

import org.jspecify.annotations.NullMarked;
