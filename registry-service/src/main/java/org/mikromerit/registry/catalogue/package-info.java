/** The published definitions of all organisations. */
@NullMarked
package org.mikromerit.registry.catalogue;

import org.jspecify.annotations.NullMarked;
