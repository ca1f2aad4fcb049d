/** Batches over HTTP. */
@NullMarked
package org.mikromerit.issuer.batch.rest;

import org.jspecify.annotations.NullMarked;
