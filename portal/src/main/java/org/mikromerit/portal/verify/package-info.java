/** Anybody asks whether to believe a credential. */
@NullMarked
package org.mikromerit.portal.verify;

import org.jspecify.annotations.NullMarked;
