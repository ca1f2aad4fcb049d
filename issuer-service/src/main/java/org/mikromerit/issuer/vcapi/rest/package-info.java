/** The W3C's API for issuers over REST. */
@NullMarked
package org.mikromerit.issuer.vcapi.rest;

import org.jspecify.annotations.NullMarked;
