/** What a holder shows: credentials together, and whether it was the holder who did. */
@NullMarked
package org.mikromerit.credential.presentation;

import org.jspecify.annotations.NullMarked;
