/** What an institution defines: drafts, their checklist, and publishing them. */
@NullMarked
package org.mikromerit.portal.institution.definition;

import org.jspecify.annotations.NullMarked;
