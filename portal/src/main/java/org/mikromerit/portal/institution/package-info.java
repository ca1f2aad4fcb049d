/** What an institution does here: who it is, and what its pages share. */
@NullMarked
package org.mikromerit.portal.institution;

import org.jspecify.annotations.NullMarked;
