/** Encryption of what lies in the database and should not lie there in the open. */
@NullMarked
package org.mikromerit.kit.sealing;

import org.jspecify.annotations.NullMarked;
