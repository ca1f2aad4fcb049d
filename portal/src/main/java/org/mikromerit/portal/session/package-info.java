/** Signing in and out. */
@NullMarked
package org.mikromerit.portal.session;

import org.jspecify.annotations.NullMarked;
