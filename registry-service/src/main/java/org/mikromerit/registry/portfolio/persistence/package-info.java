/** Entries, sealed documents and wrapped keys in the database. */
@NullMarked
package org.mikromerit.registry.portfolio.persistence;

import org.jspecify.annotations.NullMarked;
