/** Keys, status lists and trust lists in PostgreSQL. */
@NullMarked
package org.mikromerit.registry.publication.persistence;

import org.jspecify.annotations.NullMarked;
