/** That a credential was issued. */
@NullMarked
package org.mikromerit.events.credential;

import org.jspecify.annotations.NullMarked;
