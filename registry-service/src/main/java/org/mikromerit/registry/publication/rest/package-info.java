/** The published documents over HTTP. */
@NullMarked
package org.mikromerit.registry.publication.rest;

import org.jspecify.annotations.NullMarked;
