/** Revoking over HTTP. */
@NullMarked
package org.mikromerit.issuer.status.rest;

import org.jspecify.annotations.NullMarked;
