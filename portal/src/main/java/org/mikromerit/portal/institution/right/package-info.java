/** Who else may issue what one defined. */
@NullMarked
package org.mikromerit.portal.institution.right;

import org.jspecify.annotations.NullMarked;
