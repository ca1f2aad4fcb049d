/** Shares in the database. */
@NullMarked
package org.mikromerit.registry.sharing.persistence;

import org.jspecify.annotations.NullMarked;
