/** Whether a credential still stands: revocation and the signed lists that say so. */
@NullMarked
package org.mikromerit.issuer.status;

import org.jspecify.annotations.NullMarked;
