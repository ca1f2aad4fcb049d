/** Award rules over HTTP. */
@NullMarked
package org.mikromerit.issuer.award.rest;

import org.jspecify.annotations.NullMarked;
