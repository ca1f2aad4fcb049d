/** What every page has: its frame, its language, its guards, its way of failing. */
@NullMarked
package org.mikromerit.portal.page;

import org.jspecify.annotations.NullMarked;
