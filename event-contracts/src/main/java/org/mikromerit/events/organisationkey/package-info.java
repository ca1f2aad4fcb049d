/** The public halves of the keys that organisations sign with. */
@NullMarked
package org.mikromerit.events.organisationkey;

import org.jspecify.annotations.NullMarked;
