/** What personal data left, to whom, for what and with what right. */
@NullMarked
package org.mikromerit.kit.disclosure;

import org.jspecify.annotations.NullMarked;
