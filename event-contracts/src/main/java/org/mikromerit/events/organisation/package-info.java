/** Who may issue, and since when. */
@NullMarked
package org.mikromerit.events.organisation;

import org.jspecify.annotations.NullMarked;
