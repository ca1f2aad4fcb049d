/** That a credential was signed as a program composed it. */
@NullMarked
package org.mikromerit.events.givencredential;

import org.jspecify.annotations.NullMarked;
