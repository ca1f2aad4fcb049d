/** Says whether to believe a credential, from its own copies only. */
@NullMarked
package org.mikromerit.verification;

import org.jspecify.annotations.NullMarked;
