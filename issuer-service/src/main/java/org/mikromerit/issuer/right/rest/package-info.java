/** Issuing rights over HTTP. */
@NullMarked
package org.mikromerit.issuer.right.rest;

import org.jspecify.annotations.NullMarked;
