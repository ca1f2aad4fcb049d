/** What was registered before a key was compromised. */
@NullMarked
package org.mikromerit.events.keycompromise;

import org.jspecify.annotations.NullMarked;
