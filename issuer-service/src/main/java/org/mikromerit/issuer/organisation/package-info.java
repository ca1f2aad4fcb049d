/** Who may issue, by the registry's word. */
@NullMarked
package org.mikromerit.issuer.organisation;

import org.jspecify.annotations.NullMarked;
