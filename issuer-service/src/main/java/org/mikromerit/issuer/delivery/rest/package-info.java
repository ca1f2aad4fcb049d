/** Claim codes over HTTP. */
@NullMarked
package org.mikromerit.issuer.delivery.rest;

import org.jspecify.annotations.NullMarked;
