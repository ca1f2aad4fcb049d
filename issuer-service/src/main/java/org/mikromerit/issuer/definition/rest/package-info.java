/** Definitions over HTTP. */
@NullMarked
package org.mikromerit.issuer.definition.rest;

import org.jspecify.annotations.NullMarked;
