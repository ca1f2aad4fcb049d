/** Credentials of which the holder chooses what to show (SD-JWT, RFC 9901). */
@NullMarked
package org.mikromerit.credential.sdjwt;

import org.jspecify.annotations.NullMarked;
