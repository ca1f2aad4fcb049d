/** The rights in the database. */
@NullMarked
package org.mikromerit.registry.issuingright.persistence;

import org.jspecify.annotations.NullMarked;
