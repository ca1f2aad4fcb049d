/** The catalogue in PostgreSQL. */
@NullMarked
package org.mikromerit.registry.catalogue.persistence;

import org.jspecify.annotations.NullMarked;
