/** Who may issue, and what may be awarded: the register that anybody reads. */
@NullMarked
package org.mikromerit.portal.register;

import org.jspecify.annotations.NullMarked;
