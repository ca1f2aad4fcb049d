/** Which keys were compromised, and how much of it was told. */
@NullMarked
package org.mikromerit.registry.compromise.persistence;

import org.jspecify.annotations.NullMarked;
