/** Keys that sign, and how they are written down (Multikey). */
@NullMarked
package org.mikromerit.credential.key;

import org.jspecify.annotations.NullMarked;
