/** A creator's permissions to others to issue what it defined (PRV-5). */
@NullMarked
package org.mikromerit.issuer.right;

import org.jspecify.annotations.NullMarked;
