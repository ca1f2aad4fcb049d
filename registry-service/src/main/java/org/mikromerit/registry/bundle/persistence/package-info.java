/** Other registries' bundles in the database. */
@NullMarked
package org.mikromerit.registry.bundle.persistence;

import org.jspecify.annotations.NullMarked;
