/** What an institution issued, and what becomes of it. */
@NullMarked
package org.mikromerit.portal.institution.issued;

import org.jspecify.annotations.NullMarked;
