/** What a credential is; making and checking one. Plain Java. */
@NullMarked
package org.mikromerit.credential;

import org.jspecify.annotations.NullMarked;
