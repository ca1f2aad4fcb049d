/** Pathways over HTTP. */
@NullMarked
package org.mikromerit.stacking.pathway.rest;

import org.jspecify.annotations.NullMarked;
