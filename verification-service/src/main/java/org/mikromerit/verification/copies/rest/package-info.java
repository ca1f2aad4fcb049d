/** The state of our copies over HTTP. */
@NullMarked
package org.mikromerit.verification.copies.rest;

import org.jspecify.annotations.NullMarked;
