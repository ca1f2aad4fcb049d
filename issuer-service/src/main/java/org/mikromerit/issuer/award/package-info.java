/** Credentials issued for completed pathways. */
@NullMarked
package org.mikromerit.issuer.award;

import org.jspecify.annotations.NullMarked;
