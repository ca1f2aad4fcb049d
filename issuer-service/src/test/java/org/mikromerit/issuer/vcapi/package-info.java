/** Issuing over the W3C's API, without HTTP. */
@NullMarked
package org.mikromerit.issuer.vcapi;

import org.jspecify.annotations.NullMarked;
