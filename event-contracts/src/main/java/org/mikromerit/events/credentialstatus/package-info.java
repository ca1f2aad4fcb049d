/** What became of a credential. */
@NullMarked
package org.mikromerit.events.credentialstatus;

import org.jspecify.annotations.NullMarked;
