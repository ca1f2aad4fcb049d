/** Issuing over HTTP. */
@NullMarked
package org.mikromerit.issuer.issuance.rest;

import org.jspecify.annotations.NullMarked;
