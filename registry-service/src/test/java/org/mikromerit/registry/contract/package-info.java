/** The contracts that every service keeps, kept by this one. */
@NullMarked
package org.mikromerit.registry.contract;

import org.jspecify.annotations.NullMarked;
