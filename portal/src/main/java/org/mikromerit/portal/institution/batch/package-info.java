/** Many credentials from one file. */
@NullMarked
package org.mikromerit.portal.institution.batch;

import org.jspecify.annotations.NullMarked;
