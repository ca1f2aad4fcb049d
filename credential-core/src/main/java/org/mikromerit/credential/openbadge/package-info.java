/** The native form of a credential: Open Badges 3.0 on the W3C data model 2.0. */
@NullMarked
package org.mikromerit.credential.openbadge;

import org.jspecify.annotations.NullMarked;
