/** An organisation's keys over HTTP. */
@NullMarked
package org.mikromerit.issuer.signing.rest;

import org.jspecify.annotations.NullMarked;
